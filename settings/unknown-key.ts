import { distance } from "fastest-levenshtein";
import type { SettingsProblem } from "./settings-error";

/** Where secrets belong whose plain text people are tempted to write, by key in lower case without separators. */
const nameKeys: ReadonlyMap<string, string | undefined> = new Map([
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

/** The problem of a key that none of `known` is, as of one that would hold a secret in plain text. */
export function unknownKeyProblem(parent: string, key: string, known: readonly string[]): SettingsProblem {
  const plain = key.toLowerCase().replace(/[^a-z]/g, "");
  const shown = shownKey(key);
  return {
    path: parent === "" ? shown : `${parent}.${shown}`,
    message: nameKeys.has(plain) ? plainTextMessage(nameKeys.get(plain)) : unknownMessage(key, known),
  };
}

/** The key, unless it may be a value that slipped into its place: no setting has a digit in its name, random secrets mostly do. */
export function shownKey(key: string): string {
  return /^[a-zA-Z][a-zA-Z_.,-]{0,39}$/.test(key) ? key : "(a key that is not shown)";
}

function plainTextMessage(nameKey: string | undefined): string {
  const fix =
    nameKey === undefined
      ? "Take it out: the program reads secrets from the vault, by the names that clientSecretName and refreshTokenSecretName give."
      : `Put it in the vault and give its name as ${nameKey}.`;
  return `would be a secret in plain text, which no setting takes. ${fix} Replace the secret if this file was shared.`;
}

function unknownMessage(key: string, known: readonly string[]): string {
  const [nearest = ""] = [...known].sort((a, b) => distanceTo(a, key) - distanceTo(b, key));
  return `is no setting; the nearest is ${nearest}. Correct it, or take it out.`;
}

/** By the whole name, or by its beginning: `interval` is nearer to `intervalMinutes` than to `identity`. */
function distanceTo(name: string, key: string): number {
  const [known, seen] = [name.toLowerCase(), key.slice(0, 64).toLowerCase()];
  return Math.min(distance(known, seen), distance(known.slice(0, seen.length), seen) + 1);
}
