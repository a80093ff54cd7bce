import { asObject } from "../../definition";
import type { Expression } from "../../definition/expressions";
import type { DefinitionNode } from "./definition-nodes";
import { findLeaves } from "./find-leaves";
import type { Taint } from "./taint";
import { join, untainted, taintOrigin, parts, tainted } from "./taint";

/**
 * What is secret of a trigger's outputs because an action writes it to a vault as a secret's value.
 *
 * A caller who sends a value to be kept secret shows it in the trigger's history first.
 */
export function triggerTaint(nodes: readonly DefinitionNode[]): Taint {
  let found = untainted;
  for (const { role, json, written } of nodes) {
    if (role !== "action" || taintOrigin(written) === undefined) continue;
    const body = asObject(json.inputs).body;
    const [value, rest] = typeof body === "string" ? [body, ["value"]] : [asObject(body).value, []];
    for (const { template } of findLeaves(value, "body")) {
      if (typeof template === "string" || template.kind === "text") continue;
      const expressions =
        template.kind === "expression"
          ? [template.expression]
          : template.parts.filter((part) => typeof part !== "string");
      for (const expression of expressions) {
        for (const path of triggerPaths(expression, rest)) found = join(found, at(path));
      }
    }
  }
  return found;
}

/** Paths below the trigger's outputs that an expression reads, outermost property first. */
function triggerPaths(expression: Expression, rest: readonly string[]): readonly (readonly string[])[] {
  switch (expression.kind) {
    case "literal":
      return [];
    case "property": {
      const { property } = expression;
      const name = property.kind === "literal" && typeof property.value === "string" ? property.value : undefined;
      return [...triggerPaths(expression.of, name === undefined ? [] : [name, ...rest]), ...triggerPaths(property, [])];
    }
    case "call":
      switch (expression.name.toLowerCase()) {
        case "triggerbody":
          return [["body", ...rest]];
        case "triggeroutputs":
          return [rest];
        case "trigger":
          return [rest.slice(1)];
        case "triggerformdatavalue":
        case "triggerformdatamultivalues":
        case "triggermultipartbody":
          return [["body"]];
        default:
          return expression.arguments.flatMap((argument) => triggerPaths(argument, []));
      }
  }
}

const origin = "the value that a caller sends to be written to a vault";

function at(path: readonly string[]): Taint {
  return path.reduceRight<Taint>((below, name) => parts([[name, below]]), tainted(origin));
}
