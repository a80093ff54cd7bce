import type { Stack } from "../../../policy/model";
import { accessPolicy, group, http, readingStack, vault, vaultUrl, workflow } from "../stacks/stack-builder";
import { azure, graph, keyVaultDocs, playbooks, posts, vendors } from "./addresses";
import type { Address, CasesByKind, ReportedCase } from "./reported-case";

const management = `https://management.azure.com${group}/providers`;
const identity = (audience: string): object => ({ authentication: { type: "ManagedServiceIdentity", audience } });
const forManagement = identity("https://management.azure.com");
const forGraph = identity("https://graph.microsoft.com");
const open = { runtimeConfiguration: {} };

/** A stack whose workflow sends a hidden request, and shows an expression of the answer. */
function shows(request: object, expression: string): Stack {
  return readingStack({ Send: request, Show: { type: "Compose", inputs: expression } });
}

/** A case whose request is hidden and whose answer's part is shown. */
function part(
  id: string,
  what: string,
  source: Address,
  request: object,
  expression: string,
  isSecret = true,
): ReportedCase {
  return { id, what, source, rules: isSecret ? ["hidden-tokens"] : [], stack: shows(request, expression) };
}
const post = (uri: string, rest: object = {}): object => http("POST", uri, rest);
const byIdentity = (path: string): object => post(`${management}/${path}?api-version=1`, forManagement);

/** Answers that contain a secret, and neighbours that do not. */
export const answers = {
  "flow-source": [
    part(
      "zscaler-cookie-by-parse-json",
      "the session cookie of Zscaler, parsed from the headers of the login",
      playbooks.zscaler,
      post("https://zsapi.example.net/api/v1/authenticatedSession", {
        body: { apiKey: "@body('Get_secret')?['value']" },
      }),
      "@outputs('Send')?['headers']?['Set-Cookie']",
    ),
    part(
      "zscaler-session-type",
      "what kind of session a login of Zscaler made",
      vendors.zscaler,
      post("https://zsapi.example.net/api/v1/authenticatedSession"),
      "@body('Send')?['authType']",
      false,
    ),
    part(
      "github-installation-token",
      "the token of a GitHub App's installation",
      vendors.gitHubApp,
      post("https://api.github.com/app/installations/1/access_tokens"),
      "@body('Send')?['token']",
    ),
    part(
      "github-installation-expiry",
      "when the token of a GitHub App's installation expires",
      vendors.gitHubApp,
      post("https://api.github.com/app/installations/1/access_tokens"),
      "@body('Send')?['expires_at']",
      false,
    ),
    part(
      "github-runner-token",
      "the registration token of a self-hosted runner",
      vendors.gitHubRunner,
      post("https://api.github.com/repos/acme/shop/actions/runners/registration-token"),
      "@body('Send')?['token']",
    ),
    part(
      "conjur-access-token",
      "the short-lived token of Conjur's authenticate, which is the whole body",
      vendors.conjur,
      post("https://conjur.example.com/authn/acme/svc/authenticate"),
      "@body('Send')?['token']",
    ),
    part(
      "hashicorp-vault-client-token",
      "the client token of a login by AppRole",
      vendors.hashicorpVault,
      post("https://vault.example.com:8200/v1/auth/approle/login"),
      "@body('Send')?['auth']?['client_token']",
    ),
    part(
      "hashicorp-vault-lease",
      "how long the client token of AppRole is valid",
      vendors.hashicorpVault,
      post("https://vault.example.com:8200/v1/auth/approle/login"),
      "@body('Send')?['auth']?['lease_duration']",
      false,
    ),
    part(
      "okta-session-token",
      "the session token of Okta's primary authentication",
      vendors.okta,
      post("https://acme.okta.com/api/v1/authn"),
      "@body('Send')?['sessionToken']",
    ),
    part(
      "okta-status",
      "the status of Okta's primary authentication",
      vendors.okta,
      post("https://acme.okta.com/api/v1/authn"),
      "@body('Send')?['status']",
      false,
    ),
    part(
      "prisma-cloud-token",
      "the token of Prisma Cloud's authenticate",
      vendors.prismaCloud,
      post("https://console.example.com/api/v1/authenticate", {
        body: { username: "svc", password: "@body('Get_secret')?['value']" },
      }),
      "@body('Send')?['token']",
    ),
    part(
      "google-access-token",
      "the access token of a service account, by a method behind a colon",
      vendors.google,
      post(
        "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/svc@acme.iam.gserviceaccount.com:generateAccessToken",
      ),
      "@body('Send')?['accessToken']",
    ),
    part(
      "google-expire-time",
      "when the access token of a service account expires",
      vendors.google,
      post(
        "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/svc@acme.iam.gserviceaccount.com:generateAccessToken",
      ),
      "@body('Send')?['expireTime']",
      false,
    ),
    part(
      "devops-personal-access-token",
      "a personal access token that Azure DevOps makes",
      vendors.devOpsTokens,
      post("https://vssps.dev.azure.com/acme/_apis/tokens/pats?api-version=7.1-preview.1", {
        body: { displayName: "build", scope: "vso.code" },
      }),
      "@body('Send')?['patToken']?['token']",
    ),
    part(
      "storage-list-keys",
      "the keys of a storage account",
      azure.storageKeys,
      byIdentity("Microsoft.Storage/storageAccounts/sto2220/listKeys"),
      "@body('Send')?['keys'][0]['value']",
    ),
    part(
      "workspace-shared-keys",
      "the primary key of a Log Analytics workspace",
      azure.workspaceKeys,
      byIdentity("Microsoft.OperationalInsights/workspaces/w/sharedKeys"),
      "@body('Send')?['primarySharedKey']",
    ),
    part(
      "workspace-regenerated-keys",
      "the keys of a Log Analytics workspace that are made anew",
      azure.workspaceKeys,
      byIdentity("Microsoft.OperationalInsights/workspaces/w/regenerateSharedKey"),
      "@body('Send')?['primarySharedKey']",
    ),
    part(
      "app-settings",
      "the settings of a web app, which hold its connection strings",
      azure.webApps,
      byIdentity("Microsoft.Web/sites/shop/config/appsettings/list"),
      "@body('Send')?['properties']",
    ),
    part(
      "publishing-profile",
      "the publishing profile of a web app, which holds its password",
      azure.webApps,
      byIdentity("Microsoft.Web/sites/shop/publishxml"),
      "@body('Send')",
    ),
    part(
      "site-state",
      "the state of a web app",
      azure.webApps,
      http("GET", `${management}/Microsoft.Web/sites/shop?api-version=2022-03-01`, forManagement),
      "@body('Send')?['properties']?['state']",
      false,
    ),
    part(
      "cluster-credentials",
      "the kubeconfig of a cluster's administrator",
      azure.clusters,
      byIdentity("Microsoft.ContainerService/managedClusters/c/listClusterAdminCredential"),
      "@body('Send')?['kubeconfigs'][0]['value']",
    ),
    part(
      "event-grid-keys",
      "the keys of a topic of Event Grid",
      azure.eventGrid,
      byIdentity("Microsoft.EventGrid/topics/t/listKeys"),
      "@body('Send')?['key1']",
    ),
    part(
      "cosmos-connection-strings",
      "the connection strings of a Cosmos DB account",
      azure.cosmos,
      byIdentity("Microsoft.DocumentDB/databaseAccounts/d/listConnectionStrings"),
      "@body('Send')?['connectionStrings']",
    ),
    part(
      "cognitive-services-new-key",
      "a key of Cognitive Services that is made anew",
      azure.cognitiveServices,
      byIdentity("Microsoft.CognitiveServices/accounts/ai/regenerateKey"),
      "@body('Send')?['key1']",
    ),
    part(
      "named-value",
      "the secret value of a named value of API Management",
      azure.namedValues,
      byIdentity("Microsoft.ApiManagement/service/apim/namedValues/backend-key/listValue"),
      "@body('Send')?['value']",
    ),
    part(
      "disk-access",
      "the signed address of a disk",
      azure.disks,
      byIdentity("Microsoft.Compute/disks/d/beginGetAccess"),
      "@body('Send')?['accessSAS']",
    ),
    part(
      "automation-webhook-address",
      "the address of a webhook of Azure Automation, which is its key",
      azure.automationWebhooks,
      byIdentity("Microsoft.Automation/automationAccounts/a/webhooks/generateUri"),
      "@body('Send')",
    ),
    part(
      "key-names-of-an-integration-account",
      "the names of the vault's keys that an integration account may use",
      azure.keysOfIntegrationAccount,
      byIdentity("Microsoft.Logic/integrationAccounts/ia/listKeyVaultKeys"),
      "@body('Send')?['value']",
      false,
    ),
    part(
      "application-password",
      "the secret that Graph makes for an application",
      graph.addPassword,
      post("https://graph.microsoft.com/v1.0/applications/x/addPassword", forGraph),
      "@body('Send')?['secretText']",
    ),
    part(
      "application-password-id",
      "the id of the secret that Graph makes for an application",
      graph.addPassword,
      post("https://graph.microsoft.com/v1.0/applications/x/addPassword", forGraph),
      "@body('Send')?['keyId']",
      false,
    ),
    part(
      "temporary-access-pass",
      "a Temporary Access Pass of a user",
      graph.accessPass,
      post("https://graph.microsoft.com/v1.0/users/x/authentication/temporaryAccessPassMethods", forGraph),
      "@body('Send')?['temporaryAccessPass']",
    ),
    part(
      "reset-password",
      "the password that Graph generates in a reset",
      graph.resetPassword,
      post(
        "https://graph.microsoft.com/v1.0/users/x/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword",
        forGraph,
      ),
      "@body('Send')?['newPassword']",
    ),
    part(
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
    part(
      "local-administrator-backup",
      "when the password of a device's local administrator was backed up",
      graph.localPassword,
      http("GET", "https://graph.microsoft.com/v1.0/directory/deviceLocalCredentials/b465e4e8", forGraph),
      "@body('Send')?['lastBackupDateTime']",
      false,
    ),
    part(
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
  ],
  source: [
    {
      id: "request-bin-repeats-the-secret",
      what: "a request bin that answers what it is sent, its answer in the open",
      source: posts.requestBin,
      rules: ["hidden-tokens"],
      stack: readingStack({
        Echo: http(
          "POST",
          "https://en1y5xpu7zs5.x.pipedream.net/",
          { body: "@body('Get_secret')?['value']" },
          { runtimeConfiguration: { secureData: { properties: ["inputs"] } } },
        ),
      }),
    },
    {
      id: "other-spelling-of-the-vaults-host",
      what: "a secret by the vault's name of a private link, in the open",
      source: keyVaultDocs.privateLink,
      rules: ["hidden-tokens", "https-and-audience"],
      stack: readingStack({
        Read: http(
          "GET",
          "https://kv-tokens.vaultcore.azure.net/secrets/access-token",
          identity("https://vault.azure.net"),
          open,
        ),
      }),
    },
    {
      id: "metadata-of-a-secret",
      what: "the list of secrets, which holds no value, in the open",
      source: keyVaultDocs.dataPlane,
      rules: [],
      stack: {
        resources: [
          vault(),
          accessPolicy("get", "list"),
          workflow({ List: http("GET", `${vaultUrl}/secrets`, identity("https://vault.azure.net"), open) }),
        ],
      },
    },
    {
      id: "backup-of-a-secret",
      what: "the backup of a secret, which holds its value, in the open",
      source: keyVaultDocs.dataPlane,
      rules: ["hidden-tokens", "missing-permissions"],
      stack: readingStack({
        Back_up: http("POST", `${vaultUrl}/secrets/access-token/backup`, identity("https://vault.azure.net"), open),
      }),
    },
    {
      id: "decrypted-text",
      what: "what the vault decrypts with a key, in the open",
      source: keyVaultDocs.keysDataPlane,
      rules: ["hidden-tokens"],
      stack: readingStack({
        Decrypt: http("POST", `${vaultUrl}/keys/k/1/decrypt`, identity("https://vault.azure.net"), open),
      }),
    },
    {
      id: "public-part-of-a-key",
      what: "the public part of a key, in the open",
      source: keyVaultDocs.keysDataPlane,
      rules: [],
      stack: readingStack({ Key: http("GET", `${vaultUrl}/keys/k`, identity("https://vault.azure.net"), open) }),
    },
  ],
} satisfies CasesByKind;
