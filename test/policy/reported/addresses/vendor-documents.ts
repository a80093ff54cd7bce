import type { Address } from "../reported-case";
import { file } from "./public-address";

const graphDocs = (commit: string, path: string): Address =>
  file("microsoftgraph/microsoft-graph-docs-contrib", commit, `api-reference/v1.0/${path}`);

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
  webhookWithoutTls: file(
    "aztfmod/terraform-azurerm-caf",
    "dfd6c435d9c0ece00f2e43d36f32aaa6c9760a62",
    "examples/logic_app/103-logic_app_action_http/configuration.tfvars",
  ),
  traceContext: file(
    "w3c/trace-context",
    "155d2f3818a1bb75b9e05975c45b7c737eb67ba5",
    "spec/20-http_request_header_format.md",
  ),
  azapi: file(
    "Azure/terraform-provider-azapi",
    "31014b05f5caffb24df50f30d3721caf84c3d78a",
    "docs/resources/resource.md",
  ),
  eligibleResource:
    "https://www.pulumi.com/registry/packages/azure-native/api-docs/authorization/pimroleeligibilityschedule/",
} as const;
