import type { Failure } from "../provenance";
import { behaviours } from "./behaviours";
import { SalesforceError } from "./errors";
import { rowBehaviours } from "./row-behaviours";
import type { RowError } from "./row-error";
import type { Field, FieldValue } from "./sobject";

/** Longest text of a field that says no length. */
const defaultLength = 255;

/**
 * Reads the value of a field from JSON. An empty text is no value.
 * @throws {SalesforceError} for a value that is not of the field's type
 */
export function readValue(field: Field, value: unknown): FieldValue {
  if (value === null || value === "") return null;
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw otherType(field, Array.isArray(value) ? "START_ARRAY value [" : "START_OBJECT value {");
  }
  const read = converted(field.type, value);
  if (read !== undefined) return read;
  throw otherType(field, `VALUE_STRING value ${String(value)} or request may be missing a required field`);
}

function otherType({ type }: Field, given: string): SalesforceError {
  return new SalesforceError(behaviours.valueOfOtherType, `Cannot deserialize instance of ${type} from ${given}`);
}

function converted(type: Field["type"], value: string | number | boolean): FieldValue | undefined {
  const text = String(value);
  switch (type) {
    case "string":
    case "picklist":
      return text;
    case "double":
      return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
    case "boolean":
      return text === "true" || text === "false" ? text === "true" : undefined;
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
    case "datetime":
      return /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text) && !Number.isNaN(Date.parse(text))
        ? text
        : undefined;
  }
}

/** Checks a value of a field; undefined where the field takes it. */
export function valueError(field: Field, value: FieldValue): RowError | undefined {
  const { name, length = defaultLength, values } = field;
  const error = (record: Failure, message: string): RowError => ({ record, message, fields: [name] });
  if (typeof value !== "string") return undefined;
  if (field.type === "string" && value.length > length) {
    const message = `${name}: data value too large: ${value} (max length=${length})`;
    return error(rowBehaviours.stringTooLong, message);
  }
  if (values !== undefined && !values.includes(value)) {
    return error(rowBehaviours.notInPicklist, `${name}: bad value for restricted picklist field: ${value}`);
  }
  return undefined;
}
