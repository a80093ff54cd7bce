import { grantTypes, keysOfGrant } from "./grants";

/** Names that the token request has of its own, in lower case, with the setting that decides each. */
const ownParameters: ReadonlyMap<string, string> = new Map([
  ["grant_type", "grantType"],
  ["client_id", "clientId or clientIdSecretName"],
  ["client_secret", "clientSecretName"],
  ["refresh_token", "refreshTokenSecretName"],
  ["scope", "scope"],
  ...grantTypes.flatMap((grant) =>
    keysOfGrant(grant).flatMap(([key, { parameter }]): [string, string][] =>
      parameter === undefined ? [] : [[parameter, key]],
    ),
  ),
]);

const ownHeaders: ReadonlyMap<string, string> = new Map([["authorization", "clientAuthentication"]]);

/**
 * Headers that the request sets itself, and those that concern the connection rather than the request.
 * https://learn.microsoft.com/azure/connectors/connectors-native-http
 */
const fixedHeaders = new Set(
  "accept content-type content-length host connection expect te trailer transfer-encoding upgrade".split(" "),
);

/** Words that name a secret, wherever they stand in a name. */
const secretWords = /secret|passw|pwd|passphrase|credential|assertion|signature|cookie|jwt|verifier/;
/** Words that name a secret at the end of a name: `x-api-key` and `id_token` do, `token_type` does not. */
const secretEndings = /(?:token|key|authorization|auth|sessionid)$/;
/** Whole names of secrets. */
const secretNames = new Set(["code", "sig", "pin", "otp", "session", "sid"]);

/** Decides whether a parameter or header with this name would hold a secret. */
export function namesSecret(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return secretWords.test(plain) || secretEndings.test(plain) || secretNames.has(plain);
}

/** Decides whether the token request has a parameter of this name of its own. */
export function requestOwnedName(name: string): boolean {
  return ownParameters.has(name.toLowerCase());
}

/** The problem with further parameters of a token request; shows no values. */
export function parametersProblem(parameters: Readonly<Record<string, string>>): string | undefined {
  return problemOf(parameters, (name, value) => {
    const setting = ownParameters.get(name.toLowerCase());
    if (setting !== undefined) return `has ${name}, which the setting ${setting} decides. Remove it`;
    if (namesSecret(name)) return `has ${shown(name)}, which would be a secret in plain text. ${secretFix}`;
    if (!/^[\x21-\x7e]{1,128}$/.test(name)) return `has a name that is not printable ASCII. ${nameFix}`;
    return valueProblem(name, value, /^[^\p{Cc}\p{Cs}]{1,2048}$/u);
  });
}

/** The problem with further headers of a token request; shows no values. */
export function headersProblem(headers: Readonly<Record<string, string>>): string | undefined {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  if (new Set(names).size < names.length) return "has names that differ only in case. Remove one of them.";
  return problemOf(headers, (name, value) => {
    const setting = ownHeaders.get(name.toLowerCase());
    if (setting !== undefined) return `has ${name}, which the setting ${setting} decides. Remove it`;
    if (namesSecret(name)) return `has ${shown(name)}, which would be a secret in plain text. ${secretFix}`;
    if (fixedHeaders.has(name.toLowerCase()))
      return `has ${name}, which Logic Apps or the token request sets. Remove it`;
    // RFC 9110, sections 5.1 and 5.5.
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$/.test(name)) return `has a name that no header can have. ${nameFix}`;
    return valueProblem(name, value, /^[\x20-\x7e]{1,2048}$/);
  });
}

const secretFix = "No setting accepts a secret: remove it, and rotate the secret if this file was shared";
const nameFix = "Correct the name";

function problemOf(
  entries: Readonly<Record<string, string>>,
  entryProblem: (name: string, value: string) => string | undefined,
): string | undefined {
  const problems = Object.entries(entries).flatMap(([name, value]) => entryProblem(name, value) ?? []);
  return problems.length === 0 ? undefined : `${problems.join("; ")}.`;
}

function valueProblem(name: string, value: string, valid: RegExp): string | undefined {
  if (value.trim() !== value || value === "") {
    return `has an empty value or blanks around it in ${shown(name)} (value not shown). Remove them`;
  }
  return valid.test(value)
    ? undefined
    : `has a value in ${shown(name)} that is too long or has characters that cannot be sent (value not shown). Correct it`;
}

/** The name, unless it may be a misplaced value. */
function shown(name: string): string {
  return /^[A-Za-z][A-Za-z_.-]{0,63}$/.test(name) ? name : "a name (not shown)";
}
