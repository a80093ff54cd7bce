import { asObject } from "../../definition";
import type { JsonObject } from "../../definition";
import { encrypted } from "../model";

/** What marks a secret in a state. https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/sig/sig.go */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** Properties of a state without marks of secrets; {@link encrypted} in place of those that are encrypted. */
export function readStateValues(properties: unknown): JsonObject {
  return asObject(read(properties));
}

/** Whether a value is encrypted, or anything in it. */
export function hasEncrypted(value: unknown): boolean {
  if (value === encrypted) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasEncrypted);
}

function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(read);
  if (typeof value !== "object" || value === null) return value;
  const { [signatureKey]: signature, plaintext } = value as Readonly<Record<string, unknown>>;
  if (signature !== secretSignature) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item)]));
  }
  // `pulumi stack export --show-secrets` writes the secret as JSON in a string.
  if (typeof plaintext !== "string") return encrypted;
  try {
    return read(JSON.parse(plaintext));
  } catch {
    // Whatever it is, it was meant to be a secret.
    return encrypted;
  }
}
