import * as z from "zod";
import { stackFields } from "../fields/stack-fields";
import { unwrap } from "../fields/unwrap-schema";

/** Declaration of a configuration key in `Pulumi.yaml`: https://www.pulumi.com/docs/iac/concepts/projects/project-file/ */
export interface PulumiDeclaration {
  readonly type: "string" | "integer" | "boolean" | "array" | "object";
  readonly items?: { readonly type: "string" | "object" };
  readonly description: string;
  readonly default?: unknown;
}

/**
 * The `config` of `Pulumi.yaml`. Pulumi requires every declared key without a default, and passes defaults to the program
 * as if the user had set them. Optional keys therefore have an empty default, which counts as not set.
 */
export function pulumiDeclarations(): Record<string, PulumiDeclaration> {
  return Object.fromEntries(Object.entries(stackFields).map(([key, schema]) => [key, declarationOf(schema)]));
}

function declarationOf(schema: z.ZodType): PulumiDeclaration {
  const { type, items, empty } = typeOf(unwrap(schema));
  return {
    type,
    ...(items === undefined ? {} : { items }),
    description: schema.meta()?.description ?? "",
    ...(schema instanceof z.ZodDefault ? { default: schema.def.defaultValue } : {}),
    ...(schema instanceof z.ZodOptional ? { default: empty } : {}),
  };
}

function typeOf(schema: z.core.$ZodType): Pick<PulumiDeclaration, "type" | "items"> & { readonly empty: unknown } {
  if (schema instanceof z.ZodNumber) return { type: "integer", empty: undefined };
  if (schema instanceof z.ZodBoolean) return { type: "boolean", empty: undefined };
  if (schema instanceof z.ZodRecord || schema instanceof z.ZodObject) return { type: "object", empty: {} };
  if (!(schema instanceof z.ZodArray)) return { type: "string", empty: "" };
  return {
    type: "array",
    items: { type: unwrap(schema.element) instanceof z.ZodObject ? "object" : "string" },
    empty: [],
  };
}
