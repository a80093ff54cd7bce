import { asObject } from "../../definition";
import type { CallExpression } from "../../definition/expressions";
import type { Leaf } from "./find-leaves";

/**
 * Reads the references of an Execute JavaScript Code action as if they were expressions: its code names actions and the
 * trigger with no `@`. Code that hands the whole context on reads all that the action depends on.
 *
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-add-run-inline-code
 */
export function scriptReferences({ code, explicitDependencies }: Readonly<Record<string, unknown>>): readonly Leaf[] {
  if (typeof code !== "string") return [];
  const plain = code.replaceAll(/\[\s*["'`](actions|trigger)["'`]\s*\]/g, ".$1");
  const named = [...plain.matchAll(/\bactions\s*\??\.?\s*(?:\[\s*["'`]([^"'`]+)["'`]\s*\]|([\w$]+))/g)];
  const isWhole = /\bworkflowContext\b(?!\s*\??\.\s*(?:actions|trigger|workflow)\b)|\bactions\b(?!\s*\??\s*[.[])/.test(
    plain,
  );
  const { actions: declared } = asObject(explicitDependencies);
  const parts = [
    ...named.map(([, quoted = "", name = ""]) => call("outputs", quoted || name)),
    ...(isWhole && Array.isArray(declared)
      ? declared.flatMap((name) => (typeof name === "string" ? [call("outputs", name)] : []))
      : []),
    ...(/\btrigger\b/.test(plain) || isWhole ? [call("triggerOutputs")] : []),
  ];
  return parts.length === 0 ? [] : [{ path: "inputs.code", template: { kind: "interpolation", parts } }];
}

function call(name: string, ...given: string[]): CallExpression {
  return { kind: "call", name, arguments: given.map((value) => ({ kind: "literal", value })) };
}
