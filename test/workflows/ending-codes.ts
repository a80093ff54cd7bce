import { walkActions, type WorkflowDefinition } from "../../definition";
import type { Expression } from "../../definition/expressions";
import { parseTemplate } from "../../definition/expressions";

/**
 * The codes with which a run of a definition can end: those that it chooses by literals, as the code of a Terminate action
 * or as the value of the variable `failure`, and all of its tables.
 */
export function endingCodes({ definition }: { readonly definition: WorkflowDefinition }): readonly string[] {
  const chosen = walkActions(definition).flatMap(({ type, action }) => {
    const inputs = action.inputs as { readonly runError: { code: string }; readonly name: string; value: string };
    if (type === "Terminate") return codesOf(inputs.runError.code);
    return type === "SetVariable" && inputs.name === "failure" ? codesOf(inputs.value) : [];
  });
  const ofTables = Object.values(definition.parameters).flatMap(({ defaultValue }: { defaultValue?: unknown }) =>
    Array.isArray(defaultValue) ? (defaultValue as readonly { code: string }[]).map(({ code }) => code) : [],
  );
  return [...new Set([...chosen, ...ofTables])].sort();
}

function codesOf(code: string): readonly string[] {
  const template = parseTemplate(code);
  return template.kind === "expression" ? results(template.expression) : [code];
}

/**
 * What an expression can give: of an `if`, both branches. Anything else that is no text is a code of a table, or of the
 * variable.
 */
function results(expression: Expression): readonly string[] {
  if (expression.kind === "literal") return [String(expression.value)];
  if (expression.kind === "call" && expression.name === "if") return expression.arguments.slice(1).flatMap(results);
  if (expression.kind === "property" || expression.name === "variables") return [];
  throw new Error(`A run can end with the code of an expression that calls ${expression.name}.`);
}
