import { isObject, mapWithPath, type Path } from "../../definition";

/** Marks a secret on Pulumi's wire. https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/rpc.ts */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

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

/**
 * Rebuilds a value, `replace` standing in for each secret in it.
 *
 * @param around path of the value itself
 */
export function mapSecrets(
  value: unknown,
  replace: (secret: unknown, path: Path) => unknown,
  around: Path = [],
): unknown {
  return mapWithPath(
    value,
    (part, path, descend) => (isMarked(part) ? replace(part.value, [...path]) : descend(part)),
    around,
  );
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
export function markSecrets(value: unknown, secrets: readonly Path[]): unknown {
  if (secrets.length === 0) return value;
  if (secrets.some(({ length }) => length === 0)) return secretValue(value);
  const markBelow = (key: string | number, item: unknown): unknown =>
    markSecrets(
      item,
      secrets.filter(([first]) => first === key).map(([, ...below]) => below),
    );
  if (Array.isArray(value)) return value.map((item, index) => markBelow(index, item));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, markBelow(key, item)]));
}

/** The value with `[secret]` in place of each secret: what is readable of an exported stack. */
export function hideSecrets(value: unknown): unknown {
  return mapSecrets(value, () => "[secret]");
}
