import type { Address } from "./reported-case";

/** A file of a public repository at a commit. */
function file(repository: string, commit: string, path: string): Address {
  return `https://github.com/${repository}/blob/${commit}/${path}`;
}
const azureDocs = (commit: string, path: string): Address =>
  file("MicrosoftDocs/azure-docs", commit, `articles/${path}`);
const azureSpec = (commit: string, path: string): Address =>
  file("Azure/azure-rest-api-specs", commit, `specification/${path}`);
const graphDocs = (commit: string, path: string): Address =>
  file("microsoftgraph/microsoft-graph-docs-contrib", commit, `api-reference/v1.0/${path}`);
const sentinel = (commit: string, path: string): Address => file("Azure/Azure-Sentinel", commit, path);
const thread = (path: string): Address => `https://github.com/${path}`;

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
  securityRoles: azureDocs(
    "9772bfe3ed75f1e87098b298f2efbd4ef84f6f74",
    "role-based-access-control/built-in-roles/security.md",
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

/** Documents of Microsoft Graph. */
export const graph = {
  addPassword: graphDocs("43b498394ec440e548985309e1d8689c9e16adcf", "api/application-addpassword.md"),
  resetPassword: graphDocs("7c633dae63ade460235d756d100a0ea2d57e235e", "api/authenticationmethod-resetpassword.md"),
  updateUser: graphDocs("aaa298bb778bc92cdc9bd3662439013677d27a08", "api/user-update.md"),
  plannerPlan: graphDocs("7ead8b72fdfcf17b9f9d83e4707ae35bcc47bd81", "resources/plannerplan.md"),
  drive: graphDocs("957e1c179c9259d20a2d31ebb457e434734fab7e", "api/drive-get.md"),
  localPassword: graphDocs("72ff8f558484df64bad8b830ef010f0f8a10d7ca", "api/devicelocalcredentialinfo-get.md"),
  recoveryKey: graphDocs("5719ef3f859be5380cd38712af151d69fadd430c", "api/bitlockerrecoverykey-get.md"),
  accessPass: "https://learn.microsoft.com/en-us/graph/api/resources/temporaryaccesspassauthenticationmethod",
} as const;

/** Playbooks of Microsoft Sentinel, and what their reviewers said. */
export const playbooks = {
  zscaler: sentinel(
    "05bb09d5bd0e36e8f893755a22dc07f58f7514ff",
    "Playbooks/AS-Blob-Storage-Add-Domains-to-Zscaler-URL-Category/azuredeploy.json",
  ),
  keyCredentials: sentinel(
    "07c6272f42a9220029484da478dc12f717df104f",
    "Playbooks/Affected-Key-Credentials-CVE-2021-42306/azuredeploy.json",
  ),
  incidentTemplate: sentinel(
    "9fc086369929394041a8c3c3a38549703eff53f1",
    "Playbooks/.template/incident-trigger/azuredeploy.json",
  ),
  cyrenTokens: thread("Azure/Azure-Sentinel/pull/13945"),
  infobloxKeys: thread("Azure/Azure-Sentinel/pull/14974"),
  secureDefaults: thread("Azure/Azure-Sentinel/pull/14896"),
  masking: thread("Azure/Azure-Sentinel/pull/14922"),
  keyInQuery: thread("Azure/Azure-Sentinel/pull/9334"),
  clientSecretInRuns: thread("Azure/Azure-Sentinel/pull/8755"),
  childOutputs: thread("Azure/Azure-Sentinel/pull/7752"),
  secretNameParameter: thread("Azure/Azure-Sentinel/pull/6599"),
  pairInOneSecret: thread("Azure/Azure-Sentinel/pull/6827"),
  apiKeyInHistory: thread("briandelmsft/SentinelAutomationModules/issues/17"),
} as const;

/** Threads of other repositories. */
export const threads = {
  bearerInHistory: thread("Azure/LogicAppsUX/issues/9085"),
  parsedSecret: thread("Azure/logicapps/issues/1417"),
  twoSecrets: thread("Azure/LogicAppsUX/issues/7659"),
  webhookCallback: thread("Azure/logicapps/issues/1299"),
  callbackOfStandard: thread("Azure/logicapps/issues/301"),
  signedReceiver: thread("Esposter/Esposter/pull/840"),
  literalBearer: thread("LeanerCloud/CUDly/issues/50"),
  bearerFromVault: thread("LeanerCloud/CUDly/pull/74"),
  hiddenAddress: thread("OfficeDev/office-js/pull/6172"),
  sharedKeyInStack: thread("pulumi/examples/issues/1651"),
  signedUrlInState: thread("pulumi/examples/pull/304"),
  secretOutput: thread("hashicorp/terraform-provider-azurerm/issues/6473"),
  connectionPassword: thread("hashicorp/terraform-provider-azurerm/issues/21011"),
  connectionByIdentity: thread("Azure/bicep/issues/5056"),
  alternativeConnection: thread("MicrosoftDocs/azure-docs/issues/72596"),
  connectorWithKey: thread("microsoft/Industry-Links/pull/18"),
  vaultConnector: thread("Azure/ServerlessLibrary/issues/59"),
  keeperConnector: thread("microsoft/PowerPlatformConnectors/pull/4230"),
} as const;

/** Posts and tutorials. */
export const posts = {
  keyInHeader: "https://www.serverlessnotes.com/docs/safeguard-your-data-using-secure-inputsoutputs-in-logic-apps",
  plainHistory: "https://cirriustech.co.uk/blog/az-secure-logic-app-secrets/",
  keyInVariable: "https://www.powerstack.live/tutorials/hide-passwords-in-power-automate-flows-and-api-keys-secrets",
  responseOfSecret:
    "https://www.freecodecamp.org/news/how-to-better-protect-your-secrets-in-logic-apps-using-key-vault-connector/",
  requestBin: "https://www.spcnl.nl/retrieve-azure-key-vault-secrets-from-logic-apps-using-managed-identity/",
  getAndList: "https://devkimchi.com/2018/10/24/accessing-key-vault-from-logic-apps-with-managed-identity/",
  policyOfIdentity:
    "https://vincentlauzon.com/2019/02/13/accessing-azure-key-vault-using-managed-service-identity-logic-apps/",
  connectorByIdentity: "https://365bythijs.be/2021/11/16/interacting-with-key-vault-from-logic-apps-securely/",
  refreshByParseJson: "https://samanax.com/2021/09/13/azure-key-vault-secret-updates-using-logic-app/",
  generatedPassword: "https://flowlibs.com/flows/key-vault-secret-rotation-orchestration",
  callersName: "https://taourl.com/read-2333060.html",
  plainCredentials:
    "https://recursion.no/blogs/power-automate-store-your-api-access-tokens-in-azure-key-vaults-and-automatically-renew-them/",
  openTrigger: "https://dev.to/foppenma/securing-logic-app-http-triggers-553d?comments_sort=top",
  sasDespiteIdentity: "https://hybridbrothers.com/using-managed-identities-in-logic-app-http-triggers/",
  keyInAddress:
    "https://securecloud.blog/2021/02/09/deep-diver-hardening-authentication-and-authorization-between-logic-apps-and-api-management/",
  covertChannel: "https://daniyalahmed.dev/posts/living-off-the-cloud---logic-apps-as-covert-c2-and-persistence/",
  persistence: "https://servtep.github.io/MCADDF/05_Persist/PERSIST-SCHED-002_Logic_App.html",
  signedAddress: "https://testpattern.dev/patterns/azure-logic-app-shared-access-signature",
  contributorEdge: "https://docs.forestall.io/fsprotect/edges/azure/az_key_vault_contributor",
  sharedConnection: "https://vatsayanvivek.github.io/argus/chains/CHAIN-164/",
} as const;

/** Vendors' documents of how to log in, and of what answers a token. */
export const vendors = {
  conjur: file(
    "cyberark/conjur",
    "1f51ce110b32a15991ed4b09ae0b2b285d626f6c",
    "design/authenticators/AUTHENTICATORS.md",
  ),
  hashicorpVault: file(
    "hashicorp/vault",
    "40794dfd468784321b3fd3911f6b9364e73c5e29",
    "website/content/api-docs/auth/approle.mdx",
  ),
  okta: file(
    "okta/okta-developer-docs",
    "15fa7293fc9f23fd14182703023a151bbca3dc2c",
    "packages/@okta/vuepress-site/docs/reference/api/authn/index.md",
  ),
  prismaCloud: file(
    "PaloAltoNetworks/prisma-cloud-docs",
    "a1727dec93e3a0ee0f06dd5ca0d6195b1370f030",
    "api/descriptions/authenticate/post.md",
  ),
  zscaler: "https://help.zscaler.com/sites/default/files/api-docs/API%20Authentication_30.json",
  gitHubApp:
    "https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app",
  gitHubRunner: "https://github.com/roncsak/getrunnertoken",
  google:
    "https://docs.cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken.md.txt",
  salesforceSoap: "https://developer.salesforce.com/docs/platform/api/guide/sforce-api-calls-login.html",
  salesforceLoginText:
    "https://developer.salesforce.com/docs/atlas.en-us.214.0.api_asynch.meta/api_asynch/asynch_api_quickstart_login.htm",
  devOpsTokens: file(
    "MicrosoftDocs/vsts-rest-api-specs",
    "d3703352a5be53fd6567de694b8ecf9c3294a5f8",
    "specification/tokens/7.1/tokens.json",
  ),
} as const;

/** Rules of other checkers, providers and examples. */
export const others = {
  openTriggerRule: "https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.LogicApp.LimitHTTPTrigger/",
  accessPolicyRule: file(
    "Azure/PSRule.Rules.Azure",
    "a0674143952076bfa69aeb708be6c3084621a811",
    "docs/en/rules/Azure.KeyVault.AccessPolicy.md",
  ),
  firewallRule: file(
    "Azure/PSRule.Rules.Azure",
    "a0674143952076bfa69aeb708be6c3084621a811",
    "docs/en/rules/Azure.KeyVault.Firewall.md",
  ),
  purgeRule: file(
    "Azure/PSRule.Rules.Azure",
    "0592eedd5d4d32dbd8815b127e9aff22e79d364b",
    "docs/en/rules/Azure.KeyVault.PurgeProtect.md",
  ),
  triggersOfTerraform: "https://github.com/fdmsantos/terraform-azurerm-logicapp",
  policyByApiManagement: "https://github.com/hugogirard/secureLogicApp",
  rolesOnTriggers:
    "https://chris-brumm.medium.com/logic-apps-and-azure-active-directory-a3857c9e3951?responsesOpen=true&sortBy=REVERSE_CHRON&source=user_profile---------4----------------------------",
  classicHttp: file(
    "pulumi/pulumi-azure",
    "75ffdf9639436fc105140e187b367b9afcc70170",
    "sdk/nodejs/logicapps/actionHttp.ts",
  ),
  classicCustom: file(
    "pulumi/pulumi-azure",
    "75ffdf9639436fc105140e187b367b9afcc70170",
    "sdk/nodejs/logicapps/actionCustom.ts",
  ),
  classicAssignment: file(
    "pulumi/pulumi-azure",
    "28db27ceda0a31ef674e882e9b4f205668a604cc",
    "sdk/nodejs/authorization/assignment.ts",
  ),
  classicAccessPolicy: file(
    "pulumi/pulumi-azure",
    "82e1ecba8a3515ee20c8772cdc1f516bd92877d9",
    "sdk/nodejs/keyvault/accessPolicy.ts",
  ),
  deployment: file(
    "pulumi/pulumi-azure-native",
    "76285f4365f1393656cec2465f79b371c4827253",
    "sdk/nodejs/resources/deployment.ts",
  ),
  azapi: file(
    "Azure/terraform-provider-azapi",
    "31014b05f5caffb24df50f30d3721caf84c3d78a",
    "docs/resources/resource.md",
  ),
  eligibleResource:
    "https://www.pulumi.com/registry/packages/azure-native/api-docs/authorization/pimroleeligibilityschedule/",
} as const;
