import { allClouds, findSecretOperation, vaultHost, type SecretOperationName } from "../../azure";
import { asObject } from "../../definition";
import type { SentRequest } from "./http-request";
import { gap } from "./fold-text";
import { isLogin, isTokenRequest, loginHeaders, tokenProperties, tokenWrappers } from "./token-requests";
import type { Taint } from "./taint";
import { parts, tainted, untainted } from "./taint";

/** Operations by whether their answer repeats a secret's value, or holds a backup of it. */
const answersValue: Readonly<Record<SecretOperationName, boolean>> = {
  SetSecret: true,
  DeleteSecret: false,
  UpdateSecret: false,
  GetSecret: true,
  GetSecrets: false,
  GetSecretVersions: false,
  GetDeletedSecrets: false,
  GetDeletedSecret: false,
  PurgeDeletedSecret: false,
  RecoverDeletedSecret: false,
  BackupSecret: true,
  RestoreSecret: false,
};

/** Operations whose answer is keys, by the end of their path: Azure Resource Manager's `listKeys`, `config/…/list` … */
const answersKeys =
  /\/(?:list(?!keyvaultkeys$)\w*(?:keys?|secrets?|connectionstrings?|callbackurl|sas|value|credentials?|tokens?|profiles?withsecrets?)|regenerate\w*keys?|rotatekeys?|sharedkeys|config\/[\w-]+\/list|config\/(?:appsettings|connectionstrings)|publishxml|generate(?:access)?token|generateuri|createsas|getsas\w*|begingetaccess)$/i;

/** Operations of Microsoft Graph whose answer has a secret in one property. https://learn.microsoft.com/graph/api/overview */
const graphSecrets: readonly (readonly [method: string, path: RegExp, property: string])[] = [
  ["POST", /\/addpassword$/i, "secretText"],
  ["POST", /\/temporaryaccesspassmethods$/i, "temporaryAccessPass"],
  ["POST", /\/resetpassword$/i, "newPassword"],
  ["GET", /\/directory\/devicelocalcredentials\/[^/]+$/i, "credentials"],
  ["GET", /\/bitlocker\/recoverykeys\/[^/]+$/i, "key"],
];

/** Finds what is secret of the answer to a request; the name is that of the action or trigger that sends it. */
export function answerTaint(request: SentRequest, name: string): Taint {
  const body = bodyTaint(request, name);
  const cookie = tainted(`the session that "${name}" returns`);
  const headers = isLogin(request) ? parts(loginHeaders.map((header) => [header, cookie])) : untainted;
  return parts([
    ["body", body],
    ["headers", headers],
  ]);
}

function bodyTaint(request: SentRequest, name: string): Taint {
  const path = request.path.replace(/\/$/, "");
  if (isTokenRequest(request)) {
    const token = tainted(`the token that "${name}" returns`);
    const properties = tokenProperties.map((property) => [property, token] as const);
    const wrapped = parts(properties);
    return parts([...properties, ...tokenWrappers.map((wrapper) => [wrapper, wrapped] as const)]);
  }
  const isVault = vaultHost.test(request.host) || isOtherVault(request.host);
  if (!isVault && answersKeys.test(path)) return tainted(`the keys that "${name}" returns`);
  const ofGraph = graphSecrets.find(([method, pattern]) => method === request.method && pattern.test(path));
  if (ofGraph !== undefined) return parts([[ofGraph[2], tainted(`the secret that "${name}" returns`)]]);
  if (request.host === "" && /^\/keys\/.+\/decrypt$/i.test(path)) return tainted(`what "${name}" decrypts`);
  if (!answersSecret(request)) return untainted;
  return parts([["value", tainted(`the secret that "${name}" returns`)]]);
}

function answersSecret({ method, host, path }: SentRequest): boolean {
  const isVault = vaultHost.test(host) || isOtherVault(host);
  const throughConnection = host === "";
  if (!isVault && !throughConnection && host !== gap) return false;
  // The Key Vault connector's Get secret. https://learn.microsoft.com/connectors/keyvault/
  if (throughConnection && /^\/secrets\/[^/]+(\/[^/]+)*\/value$/i.test(path)) return true;
  const found = findSecretOperation(method, path)?.operation.name;
  if (found !== undefined) return answersValue[found];
  // Not in the table: of keys and certificates the public parts are read with GET.
  return isVault && !(method === "GET" && /^\/(deleted)?(keys|certificates|secrets)\b/i.test(path));
}

/** A managed HSM, or a vault by its name in a private link's zone. */
function isOtherVault(host: string): boolean {
  return /\.(managedhsm|vaultcore)\.(azure\.net|azure\.cn|usgovcloudapi\.net)$/i.test(host);
}

const secretOfVault = /\/providers\/microsoft\.keyvault\/vaults\/[^/]+\/secrets\/[^/]+$/i;

/** Checks whether a request writes a secret's value to a vault, to what stands before one, or by Azure Resource Manager. */
export function writesSecret(request: SentRequest): boolean {
  if (isResourceManagerWrite(request)) return true;
  const { method, host, path } = request;
  if (host !== "" && host !== gap && !vaultHost.test(host)) return false;
  return findSecretOperation(method, path.replaceAll(/\/{2,}/g, "/"))?.operation.name === "SetSecret";
}

function isResourceManagerWrite({ method, host, path }: SentRequest): boolean {
  return /^management\./.test(host) && /^(PUT|PATCH)$/.test(method) && secretOfVault.test(path);
}

/** The value that a write gives the secret; the whole body where that is one text. */
export function writtenValue(request: SentRequest): unknown {
  const { body } = request;
  if (typeof body === "string") return body;
  const { value, properties } = asObject(body);
  return isResourceManagerWrite(request) ? asObject(properties).value : value;
}

const graphHosts: readonly string[] = allClouds.map(({ graph }) => new URL(graph).host);

/**
 * The password that a request to Microsoft Graph gives a user; undefined for any other request.
 * https://learn.microsoft.com/graph/api/user-update
 */
export function givenPassword({ method, host, body }: SentRequest): unknown {
  if (!graphHosts.includes(host) || !/^(?:POST|PATCH)$/.test(method)) return undefined;
  const { passwordProfile, newPassword } = asObject(body);
  return asObject(passwordProfile).password ?? newPassword;
}
