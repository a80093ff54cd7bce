import type { CallExpression } from "../../definition/expressions";
import type { Leaf } from "./find-leaves";

/**
 * What an Execute JavaScript Code action reads of its workflow, as if expressions said so: its code names actions and
 * the trigger with no `@`. https://learn.microsoft.com/azure/logic-apps/logic-apps-add-run-inline-code
 */
export function scriptReferences(code: unknown): readonly Leaf[] {
  if (typeof code !== "string") return [];
  const actions = [...code.matchAll(/\bactions\s*\??\.?\s*(?:\[\s*["'`]([^"'`]+)["'`]\s*\]|([\w$]+))/g)];
  const parts = [
    ...actions.map(([, quoted = "", plain = ""]) => call("outputs", quoted || plain)),
    ...(/\btrigger\b/.test(code) ? [call("triggerOutputs")] : []),
  ];
  return parts.length === 0 ? [] : [{ path: "inputs.code", template: { kind: "interpolation", parts } }];
}

function call(name: string, ...given: string[]): CallExpression {
  return { kind: "call", name, arguments: given.map((value) => ({ kind: "literal", value })) };
}
