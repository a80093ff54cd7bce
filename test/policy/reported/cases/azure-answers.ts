import { group, http } from "../../stacks/stack-builder";
import { azure, graph } from "../addresses";
import type { ReportedCase } from "../reported-case";
import { post, shownPart } from "./shown-part";

const management = `https://management.azure.com${group}/providers`;
const identity = (audience: string): object => ({ authentication: { type: "ManagedServiceIdentity", audience } });
const forManagement = identity("https://management.azure.com");
const forGraph = identity("https://graph.microsoft.com");
const byIdentity = (path: string): object => post(`${management}/${path}?api-version=1`, forManagement);

/** Answers of Azure Resource Manager and Microsoft Graph that hold a credential, and parts of them that are public. */
export const azureAnswers: readonly ReportedCase[] = [
  shownPart(
    "storage-list-keys",
    "the keys of a storage account",
    azure.storageKeys,
    byIdentity("Microsoft.Storage/storageAccounts/sto2220/listKeys"),
    "@body('Send')?['keys'][0]['value']",
  ),
  shownPart(
    "workspace-shared-keys",
    "the primary key of a Log Analytics workspace",
    azure.workspaceKeys,
    byIdentity("Microsoft.OperationalInsights/workspaces/w/sharedKeys"),
    "@body('Send')?['primarySharedKey']",
  ),
  shownPart(
    "workspace-regenerated-keys",
    "the keys of a Log Analytics workspace that are made anew",
    azure.workspaceKeys,
    byIdentity("Microsoft.OperationalInsights/workspaces/w/regenerateSharedKey"),
    "@body('Send')?['primarySharedKey']",
  ),
  shownPart(
    "app-settings",
    "the settings of a web app, which hold its connection strings",
    azure.webApps,
    byIdentity("Microsoft.Web/sites/shop/config/appsettings/list"),
    "@body('Send')?['properties']",
  ),
  shownPart(
    "app-settings-that-are-set",
    "the settings of a web app, which the request that sets them answers",
    azure.webApps,
    http("PUT", `${management}/Microsoft.Web/sites/shop/config/appsettings?api-version=2022-03-01`, {
      ...forManagement,
      body: { properties: { API_KEY: "@body('Get_secret')?['value']", MODE: "live" } },
    }),
    "@body('Send')?['properties']",
  ),
  shownPart(
    "publishing-profile",
    "the publishing profile of a web app, which holds its password",
    azure.webApps,
    byIdentity("Microsoft.Web/sites/shop/publishxml"),
    "@body('Send')",
  ),
  shownPart(
    "site-state",
    "the state of a web app",
    azure.webApps,
    http("GET", `${management}/Microsoft.Web/sites/shop?api-version=2022-03-01`, forManagement),
    "@body('Send')?['properties']?['state']",
    false,
  ),
  shownPart(
    "cluster-credentials",
    "the kubeconfig of a cluster's administrator",
    azure.clusters,
    byIdentity("Microsoft.ContainerService/managedClusters/c/listClusterAdminCredential"),
    "@body('Send')?['kubeconfigs'][0]['value']",
  ),
  shownPart(
    "event-grid-keys",
    "the keys of a topic of Event Grid",
    azure.eventGrid,
    byIdentity("Microsoft.EventGrid/topics/t/listKeys"),
    "@body('Send')?['key1']",
  ),
  shownPart(
    "cosmos-connection-strings",
    "the connection strings of a Cosmos DB account",
    azure.cosmos,
    byIdentity("Microsoft.DocumentDB/databaseAccounts/d/listConnectionStrings"),
    "@body('Send')?['connectionStrings']",
  ),
  shownPart(
    "cognitive-services-new-key",
    "a key of Cognitive Services that is made anew",
    azure.cognitiveServices,
    byIdentity("Microsoft.CognitiveServices/accounts/ai/regenerateKey"),
    "@body('Send')?['key1']",
  ),
  shownPart(
    "named-value",
    "the secret value of a named value of API Management",
    azure.namedValues,
    byIdentity("Microsoft.ApiManagement/service/apim/namedValues/backend-key/listValue"),
    "@body('Send')?['value']",
  ),
  shownPart(
    "disk-access",
    "the signed address of a disk",
    azure.disks,
    byIdentity("Microsoft.Compute/disks/d/beginGetAccess"),
    "@body('Send')?['accessSAS']",
  ),
  shownPart(
    "automation-webhook-address",
    "the address of a webhook of Azure Automation, which is its key",
    azure.automationWebhooks,
    byIdentity("Microsoft.Automation/automationAccounts/a/webhooks/generateUri"),
    "@body('Send')",
  ),
  shownPart(
    "key-names-of-an-integration-account",
    "the names of the vault's keys that an integration account may use",
    azure.keysOfIntegrationAccount,
    byIdentity("Microsoft.Logic/integrationAccounts/ia/listKeyVaultKeys"),
    "@body('Send')?['value']",
    false,
  ),
  shownPart(
    "application-password",
    "the secret that Graph makes for an application",
    graph.addPassword,
    post("https://graph.microsoft.com/v1.0/applications/x/addPassword", forGraph),
    "@body('Send')?['secretText']",
  ),
  shownPart(
    "application-password-id",
    "the id of the secret that Graph makes for an application",
    graph.addPassword,
    post("https://graph.microsoft.com/v1.0/applications/x/addPassword", forGraph),
    "@body('Send')?['keyId']",
    false,
  ),
  shownPart(
    "temporary-access-pass",
    "a Temporary Access Pass of a user",
    graph.accessPass,
    post("https://graph.microsoft.com/v1.0/users/x/authentication/temporaryAccessPassMethods", forGraph),
    "@body('Send')?['temporaryAccessPass']",
  ),
  shownPart(
    "reset-password",
    "the password that Graph generates in a reset",
    graph.resetPassword,
    post(
      "https://graph.microsoft.com/v1.0/users/x/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword",
      forGraph,
    ),
    "@body('Send')?['newPassword']",
  ),
  shownPart(
    "local-administrator-password",
    "the password of a device's local administrator (Windows LAPS)",
    graph.localPassword,
    http(
      "GET",
      "https://graph.microsoft.com/v1.0/directory/deviceLocalCredentials/b465e4e8?$select=credentials",
      forGraph,
    ),
    "@body('Send')?['credentials'][0]['passwordBase64']",
  ),
  shownPart(
    "local-administrator-backup",
    "when the password of a device's local administrator was backed up",
    graph.localPassword,
    http("GET", "https://graph.microsoft.com/v1.0/directory/deviceLocalCredentials/b465e4e8", forGraph),
    "@body('Send')?['lastBackupDateTime']",
    false,
  ),
  shownPart(
    "bitlocker-recovery-key",
    "the recovery key of a drive",
    graph.recoveryKey,
    http(
      "GET",
      "https://graph.microsoft.com/v1.0/informationProtection/bitlocker/recoveryKeys/b465e4e8?$select=key",
      forGraph,
    ),
    "@body('Send')?['key']",
  ),
];
