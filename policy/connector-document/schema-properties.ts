import type { JsonObject } from "../../definition";
import { asObject } from "../../definition";
import { asList } from "../../definition/json";
import { dereference } from "./document-operations";

/** A property of a schema, wherever in it. */
export interface SchemaProperty {
  /** Names from the schema down, `[]` for the items of a list, `*` for properties of any name. */
  readonly path: string;
  readonly name: string;
  readonly schema: JsonObject;
}

/** Every property of a schema, within lists, references and combinations too; of a cycle, once around. */
export function schemaProperties(document: unknown, schema: unknown): readonly SchemaProperty[] {
  const found: SchemaProperty[] = [];
  const seen = new Set<object>();
  const pending: { readonly value: object; readonly path: string }[] = [];
  const push = (value: unknown, path: string): void => {
    if (typeof value === "object" && value !== null) pending.push({ value, path });
  };
  push(schema, "");
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path } = next;
    const current = dereference(document, value);
    if (seen.has(current)) continue;
    seen.add(current);
    const below = (name: string): string => (path === "" ? name : `${path}.${name}`);
    for (const [name, property] of Object.entries(asObject(current.properties))) {
      found.push({ path: below(name), name, schema: dereference(document, property) });
      push(property, below(name));
    }
    push(current.items, `${path}[]`);
    push(current.additionalProperties, below("*"));
    for (const keyword of ["allOf", "anyOf", "oneOf"]) for (const part of asList(current[keyword])) push(part, path);
  }
  return found;
}
