import { distance } from "fastest-levenshtein";
import { keyPath, type SettingsProblem } from "../fields/settings-problem";

/** Keys that suggest a secret in plain text, in lower case without separators, with the setting that names it instead. */
const secretKeys: ReadonlyMap<string, string | undefined> = new Map([
  ["clientsecret", "clientSecretName"],
  ["secret", "clientSecretName"],
  ["consumersecret", "clientSecretName"],
  ["refreshtoken", "refreshTokenSecretName"],
  ["accesstoken", undefined],
  ["token", undefined],
  ["password", undefined],
  ["apikey", undefined],
  ["privatekey", undefined],
  ["assertion", undefined],
]);

/** The problem with a key that is not one of `known`, for example because it would hold a secret in plain text. */
export function unknownKeyProblem(parent: string, key: string, known: readonly string[]): SettingsProblem {
  const plain = key.toLowerCase().replace(/[^a-z]/g, "");
  return {
    path: keyPath(parent, shownKey(key)),
    message: secretKeys.has(plain) ? plainTextMessage(secretKeys.get(plain)) : unknownMessage(key, known),
  };
}

/** The key, unless it may be a misplaced value: no setting has a digit in its name, and most random secrets do. */
export function shownKey(key: string): string {
  return /^[a-zA-Z][a-zA-Z_.,-]{0,39}$/.test(key) ? key : "(key not shown)";
}

function plainTextMessage(nameKey: string | undefined): string {
  const fix =
    nameKey === undefined
      ? "Remove it: the program reads secrets from the vault, by the names in clientSecretName and refreshTokenSecretName."
      : `Store the secret in the vault and set its name as ${nameKey}.`;
  return `would be a secret in plain text, which no setting accepts. ${fix} Rotate the secret if this file was shared.`;
}

function unknownMessage(key: string, known: readonly string[]): string {
  const place = known.includes("tokenUrl") ? placeOfWord.get(key.toLowerCase()) : undefined;
  if (place !== undefined) return `is not a known setting. ${place}`;
  const [nearest] = [...known].sort((a, b) => distanceTo(a, key) - distanceTo(b, key));
  const isNear = nearest !== undefined && distanceTo(nearest, key) <= Math.max(1, Math.floor(key.length / 3));
  return `is not a known setting. ${isNear ? `Did you mean ${nearest}?` : "docs/settings.md lists all of them. Remove it."}`;
}

/** OAuth's and providers' words for what a token's settings have elsewhere. */
const placeOfWord: ReadonlyMap<string, string> = new Map([
  ...["audience", "resource", "parameters"].map((word) => [word, "Set it in tokenRequestParameters."] as const),
  ["headers", "Set them in tokenRequestHeaders."],
  ...["tenant", "tenantid", "realm", "domain", "instance", "host", "authority", "issuer"].map(
    (word) => [word, "It is a part of tokenUrl."] as const,
  ),
]);

/** Distance of the whole name, or of its beginning: `interval` is nearer to `intervalMinutes` than to `identity`. */
function distanceTo(name: string, key: string): number {
  const [known, found] = [name.toLowerCase(), key.slice(0, 64).toLowerCase()];
  const ofBeginning = found.length < 4 ? Number.POSITIVE_INFINITY : distance(known.slice(0, found.length), found) + 1;
  return Math.min(distance(known, found), ofBeginning);
}
