import * as z from "zod";
import { unwrap } from "../fields/unwrap-schema";

/** One setting of the reference. */
export interface ReferenceRow {
  readonly key: string;
  readonly type: string;
  /** Default, as shown to the user; `undefined` if the setting is required. */
  readonly defaultShown: string | undefined;
  readonly description: string;
}

/** One row per schema, in the same order. */
export function referenceRows(fields: Readonly<Record<string, z.ZodType>>): ReferenceRow[] {
  return Object.entries(fields).map(([key, schema]) => ({
    key,
    type: typeOf(unwrap(schema)),
    defaultShown: defaultOf(schema),
    description: schema.meta()?.description ?? "",
  }));
}

function typeOf(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodEnum) return schema.options.map((option) => `\`${option}\``).join(" or ");
  if (schema instanceof z.ZodBoolean) return "`true` or `false`";
  if (schema instanceof z.ZodNumber) return `integer, ${String(schema.minValue)} to ${String(schema.maxValue)}`;
  if (schema instanceof z.ZodArray)
    return unwrap(schema.element) instanceof z.ZodObject ? "list of objects" : "list of strings";
  if (schema instanceof z.ZodRecord) return "object of strings";
  if (schema instanceof z.ZodObject)
    return `object of ${Object.keys(schema.shape)
      .map((key) => `\`${key}\``)
      .join(", ")}`;
  return "string";
}

function defaultOf(schema: z.ZodType): string | undefined {
  const shown = schema.meta()?.defaultShown;
  if (typeof shown === "string") return shown;
  if (schema instanceof z.ZodDefault) return `\`${String(schema.def.defaultValue)}\``;
  return schema instanceof z.ZodOptional ? "–" : undefined;
}
