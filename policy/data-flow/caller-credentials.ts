import type { Expression, Template } from "../../definition/expressions";
import type { DefinitionNode } from "./definition-nodes";
import type { Taint } from "./taint";
import { join, parts, tainted, untainted } from "./taint";

/** Headers by which callers authenticate. */
const credentialHeader =
  /^(?:(?:proxy-)?authorization|cookie|(?:x-)?api-?key|x-auth-(?:key|token)|x-access-token|x-functions-key|ocp-apim-subscription-key|aeg-sas-(?:key|token))$/i;

/** Finds the headers of the trigger's outputs that hold a caller's credentials and that the workflow reads. */
export function callerCredentials(nodes: readonly DefinitionNode[]): Taint {
  let found = untainted;
  for (const { inputs, shown } of nodes) {
    for (const leaves of [inputs, shown]) {
      for (const { template } of leaves) {
        if (typeof template === "string" || template.kind === "text") continue;
        for (const header of headersOf(template)) {
          found = join(found, parts([["headers", parts([[header, tainted("a caller's credential")]])]]));
        }
      }
    }
  }
  return found;
}

/** Templates are read once for all workflows that have the same string. */
const known = new WeakMap<Template, readonly string[]>();

function headersOf(template: Template): readonly string[] {
  const before = known.get(template);
  if (before !== undefined) return before;
  const expressions =
    template.kind === "text" ? [] : template.kind === "expression" ? [template.expression] : template.parts;
  const headers = expressions.flatMap((part) => (typeof part === "string" ? [] : headersIn(part)));
  known.set(template, headers);
  return headers;
}

/** Names of the trigger's headers that an expression reads and that hold credentials. */
function headersIn(expression: Expression): readonly string[] {
  if (expression.kind === "literal") return [];
  if (expression.kind === "call") return expression.arguments.flatMap(headersIn);
  const { of, property } = expression;
  const below = [...headersIn(of), ...headersIn(property)];
  if (of.kind !== "property" || nameOf(of.property).toLowerCase() !== "headers") return below;
  const isTrigger = of.of.kind === "call" && of.of.name.toLowerCase() === "triggeroutputs";
  const header = nameOf(property);
  return isTrigger && credentialHeader.test(header) ? [...below, header] : below;
}

function nameOf(property: Expression): string {
  return property.kind === "literal" && typeof property.value === "string" ? property.value : "";
}
