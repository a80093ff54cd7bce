import type { JsonObject, PlacedAction } from "../../definition";
import type { Expression } from "../../definition/expressions";
import { callsIn, parseTemplate } from "../../definition/expressions";
import { mayChangeAfter } from "./variable-changes";

/** A condition that is true wherever an action runs. */
export interface Guard {
  readonly condition: unknown;
  /** Name of the loop whose item `item()` is in the condition. */
  readonly loop: string;
}

/**
 * The conditions of the Ifs around an action that were true of an expression, and still are where the action uses it: no
 * variable of it is set later, and none of the actions that it reads runs again behind the condition.
 *
 * @param actions every action of the definition
 */
export function guardsAround(
  placed: PlacedAction,
  guarded: Expression,
  actions: readonly PlacedAction[],
): readonly Guard[] {
  const variables = namesRead(guarded, ["variables"]).map((name) => name.toLowerCase());
  const read = new Set(namesRead(guarded, ["body", "outputs", "actions"]).map(actionKey));
  return placed.within.flatMap(({ name: guard, action, branch }, depth) => {
    if (!isOfType(action, "if") || branch !== "actions") return [];
    const around = placed.within.slice(0, depth);
    if (variables.some((variable) => mayChangeAfter(guard, variable, around, actions))) return [];
    const runsAgain = actions.some(
      (each) => read.has(actionKey(each.name)) && each.within.some((outer) => outer.name === guard),
    );
    return runsAgain ? [] : [{ condition: action.expression, loop: innermostLoop(around) }];
  });
}

/** Name of the loop whose item `item()` is, as expressions refer to it. */
export function innermostLoop(within: PlacedAction["within"]): string {
  const loops = within.filter(({ action }) => isOfType(action, "foreach"));
  return actionKey(loops.at(-1)?.name ?? "");
}

/** The expression that a text is as a whole; undefined for any other text. */
export function expressionOf(text: string): Expression | undefined {
  const template = parseTemplate(text);
  return template.kind === "expression" ? template.expression : undefined;
}

function actionKey(name: string): string {
  return name.toLowerCase().replace(/ /g, "_");
}

function isOfType({ type }: JsonObject, wanted: string): boolean {
  return typeof type === "string" && type.toLowerCase() === wanted;
}

/** Names that an expression reads by some functions; empty for one that an expression gives. */
function namesRead(expression: Expression, functions: readonly string[]): readonly string[] {
  return callsIn(expression)
    .filter(({ name }) => functions.includes(name.toLowerCase()))
    .map(({ arguments: [first] }) => (first?.kind === "literal" ? String(first.value) : ""));
}

/** Functions that leave open what is meant no more than their argument does. */
const transparent = new Set(["encodeuricomponent", "uricomponent", "tolower", "string"]);

/** One text for every spelling of an expression that means the same, in whatever letter case. */
export function canonical(expression: Expression, loop: string): string {
  switch (expression.kind) {
    case "literal":
      return typeof expression.value === "string"
        ? JSON.stringify(expression.value.toLowerCase())
        : String(expression.value);
    case "property":
      return `${canonical(expression.of, loop)}[${canonical(expression.property, loop)}]`;
    case "call": {
      const name = expression.name.toLowerCase();
      const [argument] = expression.arguments;
      if (transparent.has(name) && argument !== undefined) return canonical(argument, loop);
      if (name === "item") return `items("${loop}")`;
      const given = expression.arguments.map((each) => canonical(each, loop)).join(",");
      return `${name}(${name === "items" ? given.replace(/ /g, "_") : given})`;
    }
  }
}
