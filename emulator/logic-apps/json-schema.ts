import type { ValidateFunction } from "ajv";
import { asObject, isObject } from "../../definition/json";
import { withoutProperty } from "./without-property";

/** Validators by the text of the schema, since each deployment has objects of its own. */
const compiled = new Map<string, ValidateFunction>();

/**
 * Lists the violations of a JSON schema by a value, without the value itself; empty when it is valid.
 *
 * Schemas in definitions are of draft 4: keywords that ajv does not know are ignored, as Logic Apps does.
 */
export async function schemaErrors(schema: unknown, value: unknown): Promise<readonly string[]> {
  if (!isObject(schema)) return [];
  const text = JSON.stringify(schema);
  const validate = compiled.get(text) ?? (await compile(schema));
  compiled.set(text, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const extra: unknown = asObject(params).additionalProperty;
    const name = typeof extra === "string" ? ` '${extra}'` : "";
    return `${instancePath === "" ? "body" : instancePath} ${message ?? "is invalid"}${name}`;
  });
}

async function compile(schema: object): Promise<ValidateFunction> {
  const { Ajv } = await import("ajv");
  // ajv refuses a draft that it does not know.
  const keywords = withoutProperty(asObject(schema), "$schema");
  // Optimized code takes longer to make than it saves with values as small as these.
  return new Ajv({ strict: false, validateFormats: false, allErrors: true, code: { optimize: false } }).compile(
    keywords,
  );
}
