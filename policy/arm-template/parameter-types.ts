import { asObject } from "../../definition";
import type { JsonObject } from "../../definition";
import { isDecidedObject, Undecided } from "./undecided";

/** Types nest no deeper in a template that Azure takes. */
const deepest = 20;

/**
 * A declaration of a parameter or an output, with what the type says that it refers to.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/definitions
 */
export function withType(declaration: JsonObject, { definitions }: JsonObject): JsonObject {
  let resolved = declaration;
  for (let depth = 0; depth < deepest; depth += 1) {
    const { $ref, ...own } = resolved;
    const [, name] = /^#\/definitions\/(.+)$/.exec(String($ref)) ?? [];
    if (name === undefined) return resolved;
    resolved = { ...asObject(asObject(definitions)[name]), ...own };
  }
  return resolved;
}

/** Checks whether a parameter or an output is declared as a secret. */
export function isSecure({ type }: JsonObject): boolean {
  return typeof type === "string" && /^secure/i.test(type);
}

/** A value with secrets in place of the properties whose types are secure. */
export function markSecrets(value: unknown, type: JsonObject, template: JsonObject, key: string, depth = 0): unknown {
  if (isSecure(type)) return new Undecided(key, `${key} is a secret`, { isSecret: true });
  const { properties } = type;
  if (!isDecidedObject(value) || !isDecidedObject(properties) || depth > deepest) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const own = withType(asObject(properties[name]), template);
      return [name, markSecrets(item, own, template, `${key}.${name}`, depth + 1)];
    }),
  );
}
