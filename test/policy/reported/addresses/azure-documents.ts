import type { Address } from "../reported-case";
import { file } from "./public-address";

const azureDocs = (commit: string, path: string): Address =>
  file("MicrosoftDocs/azure-docs", commit, `articles/${path}`);

const azureSpec = (commit: string, path: string): Address =>
  file("Azure/azure-rest-api-specs", commit, `specification/${path}`);

/** Documents of Azure Logic Apps. */
export const logicAppsDocs = {
  security: azureDocs("8523e128b84f664f46aa5d932699fb0277e8b298", "logic-apps/logic-apps-securing-a-logic-app.md"),
  functions: azureDocs(
    "2f0cbf001de1030198286c8344d76fdcde7fa873",
    "logic-apps/workflow-definition-language-functions-reference.md",
  ),
  actions: azureDocs("a67dcf4ad31651c23bd0ca30a572713a30fd722e", "logic-apps/logic-apps-workflow-actions-triggers.md"),
  javaScript: azureDocs("1de03bac9ea24aad85b7ed84a5cafa9ffa95c559", "logic-apps/add-run-javascript.md"),
  managedIdentity: azureDocs(
    "cdb8d042244b453caa64492cfc2cb9af39c02978",
    "logic-apps/authenticate-with-managed-identity.md",
  ),
  nesting: azureDocs("b1c380ff9dae6baf7713ae81cb076fba6692cd20", "logic-apps/logic-apps-http-endpoint.md"),
  loops: azureDocs("1e2689b45dc02747887ff982748537357a27c71a", "logic-apps/logic-apps-control-flow-loops.md"),
  metrics: azureDocs("0293cc421e77f6c53029fa9fe52a5b076ee8baab", "logic-apps/view-workflow-metrics.md"),
  diagnostics: azureDocs(
    "d23739c4f5d1eec67aed4622db390c421f1f0e41",
    "logic-apps/monitor-workflows-collect-diagnostic-data.md",
  ),
  requestTrigger: azureDocs("1d25717f1a22291b7eb95f47321b70e81cec4841", "connectors/connectors-native-reqres.md"),
  webhook: azureDocs("15dd51a70571e162edda0a33d3ed650117e3f82d", "connectors/connectors-native-webhook.md"),
} as const;

/** Documents of Azure Key Vault. */
export const keyVaultDocs = {
  requests: azureDocs(
    "1bd021125a795a323ab0dd1fbefc2a29951506fc",
    "key-vault/general/authentication-requests-and-responses.md",
  ),
  objects: azureDocs(
    "d450fa2de11819feba54997002e2220ad0349db9",
    "key-vault/general/about-keys-secrets-certificates.md",
  ),
  secrets: azureDocs("354e0e7a8f67a1a896b69b2da1e75e39bbab4d37", "key-vault/secrets/about-secrets.md"),
  rotation: azureDocs("ccdaa7b91235640d946c48f0082e80fe254ec1d9", "key-vault/secrets/tutorial-rotation.md"),
  roles: azureDocs("ef11bf121c9d0c5016aae1fa8cd111fcb877a3d3", "key-vault/general/rbac-guide.md"),
  accessPolicies: azureDocs("5eb1e92d1099b60bd72b809dbe14382c38276f40", "key-vault/general/assign-access-policy.md"),
  privateLink: azureDocs("a02a42ba20922d30751bc0bef037bf6dd3fc57a5", "key-vault/general/private-link-service.md"),
  network: azureDocs("b044a4fc08fd60787ac653f10aa1cb7d7090855d", "key-vault/general/network-security.md"),
  softDelete: azureDocs("25a127fbc9068d313cb3aa8dea9e78fee65c35f3", "key-vault/general/soft-delete-overview.md"),
  dataPlane: azureSpec(
    "598efa66665d99777a23d4ce5b81fc54a29aaaf5",
    "keyvault/data-plane/Microsoft.KeyVault/stable/7.4/secrets.json",
  ),
  keysDataPlane: azureSpec(
    "88784fa93e18b63b755c9f07659e9225b29471e6",
    "keyvault/data-plane/Microsoft.KeyVault/stable/7.4/keys.json",
  ),
  resourceManager: azureSpec(
    "bf631af02192103d9cd82bf0a068f40d2be8975d",
    "keyvault/resource-manager/Microsoft.KeyVault/stable/2022-07-01/secrets.json",
  ),
  contributorEscalates: "https://learn.microsoft.com/azure/key-vault/general/rbac-access-policy",
} as const;

/** Documents of Azure's roles, scopes and other services. */
export const azure = {
  privilegedRoles: azureDocs(
    "cc5826fc14c05ba5629d10bbc9a7d00c9a42e0ea",
    "role-based-access-control/built-in-roles/privileged.md",
  ),
  integrationRoles: azureDocs(
    "ebcc6966a7046d3791c4edb32d29bb9332c2e7d6",
    "role-based-access-control/built-in-roles/integration.md",
  ),
  storageRoles: azureDocs(
    "9f00316210565693b99eaf70023cd7fe6bb75a71",
    "role-based-access-control/built-in-roles/storage.md",
  ),
  roleDefinitions: azureDocs(
    "9cd196ddd52d8ece1948da62b4343dc2654cd7f3",
    "role-based-access-control/role-definitions.md",
  ),
  customRoles: azureDocs("9c7b94122e10ac6af809f39451f0ca8b57ef5e19", "role-based-access-control/custom-roles.md"),
  scopes: azureDocs("784b9c1a67e108f0088bfc579dc7b3d1cd37be55", "role-based-access-control/scope-overview.md"),
  actionGroups: azureDocs("a4d9137acdc46ec21161884dc78e5fba6f9719ac", "azure-monitor/alerts/action-groups.md"),
  templateOutputs: azureDocs("b207ce1d2d6f9897d150db30ff7adccdb3cccbe7", "azure-resource-manager/templates/outputs.md"),
  automationRoles: "https://docs.microsoft.com/en-us/azure/automation/automation-role-based-access-control",
  storageKeys: azureSpec(
    "6f0b668ff5afe574dcd61d4e531bc4ccf5bce59b",
    "storage/resource-manager/Microsoft.Storage/stable/2023-01-01/examples/StorageAccountListKeys.json",
  ),
  webApps: azureSpec(
    "211b4960da9fbff42ad92bdc7d0261abb3e055ff",
    "web/resource-manager/Microsoft.Web/stable/2022-03-01/WebApps.json",
  ),
  workspaceKeys: "https://learn.microsoft.com/rest/api/loganalytics/shared-keys",
  namedValues: azureSpec(
    "598efa66665d99777a23d4ce5b81fc54a29aaaf5",
    "apimanagement/resource-manager/Microsoft.ApiManagement/stable/2022-08-01/apimnamedvalues.json",
  ),
  disks: azureSpec(
    "65369ca0a42f0640dafe4812ae66857cb487dcb5",
    "compute/resource-manager/Microsoft.Compute/DiskRP/stable/2023-01-02/disk.json",
  ),
  automationWebhooks: azureSpec(
    "2e929bdd88506fcb106486dfa6e6f064f11de590",
    "automation/resource-manager/Microsoft.Automation/stable/2015-10-31/webhook.json",
  ),
  eventGrid: azureSpec(
    "a954f256ff1a49a085728131b85ea5c610f13275",
    "eventgrid/resource-manager/Microsoft.EventGrid/stable/2022-06-15/EventGrid.json",
  ),
  cosmos: azureSpec(
    "338f5bba130909b198652a14d5da90d3dd9ecd0a",
    "cosmos-db/resource-manager/Microsoft.DocumentDB/stable/2023-04-15/cosmos-db.json",
  ),
  cognitiveServices: azureSpec(
    "3b06a589c412d9757dd130991fbd9f7c8ca29cb7",
    "cognitiveservices/resource-manager/Microsoft.CognitiveServices/stable/2023-05-01/cognitiveservices.json",
  ),
  clusters: azureSpec(
    "e86d0248ef1fd989c04747f59004c2ccbe191609",
    "containerservice/resource-manager/Microsoft.ContainerService/aks/stable/2023-10-01/managedClusters.json",
  ),
  keysOfIntegrationAccount: "https://learn.microsoft.com/rest/api/logic/integrationaccounts/listkeyvaultkeys",
  eligibleRoles: "https://learn.microsoft.com/rest/api/authorization/privileged-role-eligibility-rest-sample",
  activatedRoles:
    "https://learn.microsoft.com/azure/active-directory/privileged-identity-management/pim-resource-roles-activate-your-roles",
  logsIngestion: "https://learn.microsoft.com/azure/azure-monitor/logs/tutorial-logs-ingestion-code",
  synapse: "https://learn.microsoft.com/rest/api/synapse",
  databricks: "https://learn.microsoft.com/azure/databricks/dev-tools/service-prin-aad-token",
  devOps: "https://techcommunity.microsoft.com/t5/azure/resource-url-for-azure-devops-release-pipeline/m-p/3797704",
} as const;
