import { asObject, mapJson, someInJson } from "../../definition";
import type { JsonObject } from "../../definition";
import { encrypted } from "../model";

/** Marks of a secret in a state. https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/sig/sig.go */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** Properties of a state without marks of secrets; {@link encrypted} in place of those that are encrypted. */
export function readStateValues(properties: unknown): JsonObject {
  return asObject(read(properties));
}

/** Checks whether a value is encrypted, or anything in it. */
export function hasEncrypted(value: unknown): boolean {
  return someInJson(value, (part) => part === encrypted);
}

function read(value: unknown): unknown {
  return mapJson(value, readSecret);
}

/** The plain value of a part that is marked as a secret; any other part as it is. */
function readSecret(part: unknown): unknown {
  const { [signatureKey]: signature, plaintext } = asObject(part);
  if (signature !== secretSignature) return part;
  // `pulumi stack export --show-secrets` writes the secret as JSON in a string.
  if (typeof plaintext !== "string") return encrypted;
  try {
    return readSecret(JSON.parse(plaintext));
  } catch {
    // Whatever it is, it was meant to be a secret.
    return encrypted;
  }
}
