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

/** Properties of a state with {@link encrypted} in place of every secret, those that it shows in plain text included. */
export function withoutStateSecrets(properties: unknown): JsonObject {
  return asObject(mapJson(properties, (part) => (isSecret(part) ? encrypted : part)));
}

/** The texts of a state's secrets that it shows in plain text, as `pulumi stack export --show-secrets` does. */
export function plaintextSecrets(state: unknown): readonly string[] {
  const texts = new Set<string>();
  someInJson(state, (part) => {
    const { plaintext } = asObject(part);
    if (!isSecret(part) || typeof plaintext !== "string") return false;
    const value = parsed(plaintext);
    return someInJson(value === encrypted ? plaintext : value, (item) => {
      if (typeof item === "string" && item !== "") texts.add(item);
      return false;
    });
  });
  return [...texts];
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
  if (!isSecret(part)) return part;
  const { plaintext } = part;
  // Whatever is not JSON, it was meant to be a secret.
  return typeof plaintext === "string" ? readSecret(parsed(plaintext)) : encrypted;
}

/** The value of a secret, which `pulumi stack export --show-secrets` writes as JSON in a string. */
function parsed(plaintext: string): unknown {
  try {
    return JSON.parse(plaintext) as unknown;
  } catch {
    return encrypted;
  }
}

function isSecret(part: unknown): part is JsonObject {
  return asObject(part)[signatureKey] === secretSignature;
}
