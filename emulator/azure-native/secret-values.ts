import { isObject } from "../../definition/json";

/** Marks a secret on Pulumi's wire. https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/rpc.ts */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** A path into a JSON value. */
type Path = readonly (string | number)[];

/** A value without secret markers, and where they were. */
export interface Unwrapped {
  readonly value: unknown;
  readonly secrets: readonly Path[];
}

/** Decides whether a value is marked as a secret. */
export function isMarked(value: unknown): value is { readonly value: unknown } {
  return isObject(value) && value[signatureKey] === secretSignature;
}

/** Marks a value as secret. */
export function secretValue(value: unknown): unknown {
  return isMarked(value) ? value : { [signatureKey]: secretSignature, value };
}

/** Rebuilds a value, `replace` standing in for each secret in it. */
export function mapSecrets(
  value: unknown,
  replace: (secret: unknown, path: Path) => unknown,
  path: Path = [],
): unknown {
  if (isMarked(value)) return replace(value.value, path);
  if (Array.isArray(value)) return value.map((item, index) => mapSecrets(item, replace, [...path, index]));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, mapSecrets(item, replace, [...path, key])]);
  return Object.fromEntries(entries) as unknown;
}

/** Takes the markers off, however deeply they nest. */
export function unwrapSecrets(value: unknown): Unwrapped {
  const secrets: Path[] = [];
  const take = (secret: unknown, path: Path): unknown => {
    secrets.push(path);
    return mapSecrets(secret, take, path);
  };
  return { value: mapSecrets(value, take), secrets };
}

/**
 * Marks the values at the given paths, as azure-native does with what ARM answers: a secret is known again only at the
 * key path that it had in the inputs.
 */
export function markSecrets(value: unknown, secrets: readonly Path[], path: Path = []): unknown {
  const here = path.join("\u0000");
  if (secrets.some((secret) => secret.join("\u0000") === here)) return secretValue(value);
  if (Array.isArray(value)) return value.map((item, index) => markSecrets(item, secrets, [...path, index]));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, markSecrets(item, secrets, [...path, key])]);
  return Object.fromEntries(entries) as unknown;
}

/** The value with `[secret]` in place of each secret: what is readable of an exported stack. */
export function hideSecrets(value: unknown): unknown {
  return mapSecrets(value, () => "[secret]");
}
