import { findSecretOperation } from "../../azure";
import { findTexts } from "./find-leaves";
import type { SentRequest } from "./http-request";
import { gap } from "./fold-text";
import type { Taint } from "./taint";
import { untainted, parts, tainted } from "./taint";

/** Hosts of vaults, in every cloud. https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates */
const vaultHost = /\.(vault|managedhsm)\.(azure\.net|azure\.cn|usgovcloudapi\.net)$/;

/** Operations whose answer repeats a secret, or holds a backup of it. Those that list secrets answer no value. */
const answersValue = new Set(["GetSecret", "SetSecret", "BackupSecret"]);

/** Properties of a token's answer. RFC 6749, section 5.1; RFC 8628; OpenID Connect Core; camel case elsewhere. */
const tokenProperties =
  "access_token refresh_token id_token token session_token assertion jwt client_secret device_code signature sas_token";

/** Operations of Azure Resource Manager that answer keys: `listCallbackUrl`, `listKeys`, `listSecrets` … */
const listsKeys =
  /\/list(callbackurl|keys|secrets?|adminkeys|connectionstrings|accountsas|servicesas|credentials?|hostkeys)$/i;

/** What is secret of the answer to a request; the name is that of the action or trigger that sends it. */
export function answerTaint(request: SentRequest, name: string): Taint {
  const body = bodyTaint(request, name);
  return parts([["body", body]]);
}

function bodyTaint(request: SentRequest, name: string): Taint {
  if (isTokenRequest(request)) {
    const token = tainted(`the token that "${name}" answers`);
    return parts(tokenProperties.split(" ").map((property) => [property, token]));
  }
  if (listsKeys.test(request.path.replace(/\/$/, ""))) return tainted(`the keys that "${name}" answers`);
  if (!answersSecret(request)) return untainted;
  return parts([["value", tainted(`the secret that "${name}" answers`)]]);
}

function answersSecret({ method, host, path }: SentRequest): boolean {
  const isVault = vaultHost.test(host);
  const throughConnection = host === "";
  if (!isVault && !throughConnection && host !== gap) return false;
  // The Key Vault connector's Get secret. https://learn.microsoft.com/connectors/keyvault/
  if (throughConnection && /^\/secrets\/[^/]+(\/[^/]+)*\/value$/i.test(path)) return true;
  const found = findSecretOperation(method, path)?.operation.name;
  if (found !== undefined) return answersValue.has(found);
  // Not in the table: of keys and certificates the public parts are read with GET.
  return isVault && !(method === "GET" && /^\/(deleted)?(keys|certificates|secrets)\b/i.test(path));
}

/** Whether a request writes a secret's value to a vault, or to what stands before one. */
export function writesSecret({ method, host, path }: SentRequest): boolean {
  if (host !== "" && host !== gap && !vaultHost.test(host)) return false;
  return findSecretOperation(method, path)?.operation.name === "SetSecret";
}

/** Whether a request asks an OAuth token endpoint, by its form's `grant_type` or by its path. RFC 6749, section 3.2. */
export function isTokenRequest({ method, path, query, body, host }: SentRequest): boolean {
  if (host === "" || vaultHost.test(host)) return false;
  // A secret may well have the name "token".
  const isTokenPath = /(^|\/)(token|access_?token)(\.\w+)?\/?$/i.test(path) && !findSecretOperation(method, path);
  return isTokenPath || /(^|&)grant_type=/.test(query) || holdsGrantType(body);
}

function holdsGrantType(body: unknown): boolean {
  if (typeof body === "object" && body !== null && "grant_type" in body) return true;
  return findTexts(body, "body").some(({ text }) => /\bgrant_type\b/.test(text));
}
