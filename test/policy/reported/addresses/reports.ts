import type { Address } from "../reported-case";
import { file, thread } from "./public-address";

const sentinel = (commit: string, path: string): Address => file("Azure/Azure-Sentinel", commit, path);

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
  passwordReset: sentinel(
    "ec5046f0a5b7496bf35e130766686a479631699a",
    "Playbooks/Reset-AADUserPassword/azuredeploy.json",
  ),
  muleSoft: sentinel("776da5b1277f341bade8f85b92998516fb7c54b9", "Playbooks/AS-MuleSoft-Integration/azuredeploy.json"),
  sharedKeyHeader: thread("Azure/Azure-Sentinel/pull/14345"),
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
  builtInConnector: thread("Azure/logicapps/issues/795"),
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
