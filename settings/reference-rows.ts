import * as z from "zod";
import { unwrap } from "./unwrap-schema";

/** One setting, as the reference shows it. */
export interface ReferenceRow {
  readonly key: string;
  readonly type: string;
  /** `undefined`: the setting is required. */
  readonly defaultShown: string | undefined;
  readonly description: string;
}

/** The settings that these schemas describe, in their order. */
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
  if (schema instanceof z.ZodDefault) return `\`${String(schema.def.defaultValue)}\``;
  if (!(schema instanceof z.ZodOptional)) return undefined;
  const shown = schema.meta()?.defaultShown;
  return typeof shown === "string" ? shown : "–";
}
