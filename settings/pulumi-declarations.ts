import * as z from "zod";
import { stackFields } from "./stack-fields";
import { unwrap } from "./unwrap-schema";

/** How `Pulumi.yaml` declares a configuration key: https://www.pulumi.com/docs/iac/concepts/projects/project-file/ */
export interface PulumiDeclaration {
  readonly type: "string" | "integer" | "boolean" | "array" | "object";
  readonly items?: { readonly type: "string" | "object" };
  readonly description: string;
  readonly default?: unknown;
}

/**
 * The `config` of `Pulumi.yaml`. Pulumi demands every declared key that has no default, and hands defaults to the
 * program as if they had been given; so what may be left out has an empty one, which counts as not given.
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
