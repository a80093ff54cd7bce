import type { PlacedAction } from "../../definition";
import { asObject } from "../../definition";
import type { Expression } from "../../definition/expressions";
import type { ParameterValues } from "./fold-template";
import { parameterValue } from "./fold-template";
import { canonical, expressionOf, guardsAround, innermostLoop } from "./guards";

/**
 * The names that a secret can have where an action uses it, because an If around the action lets no other pass.
 *
 * A guard is `contains(list, name)` that must be true for the branch: as a condition of its own, within `and`, or
 * compared with true, on a list that is known. Case does not matter, as it does not to Key Vault.
 *
 * @param actions every action of the definition
 * @returns undefined where nothing guards the name
 */
export function guardedNames(
  placed: PlacedAction,
  name: Expression,
  parameters: ParameterValues,
  actions: readonly PlacedAction[],
): readonly string[] | undefined {
  const wanted = canonical(name, innermostLoop(placed.within));
  return guardsAround(placed, name, actions)
    .flatMap(({ condition, loop }) =>
      requiredMemberships(condition).filter(({ member }) => canonical(member, loop) === wanted),
    )
    .map(({ list }) => knownList(list, parameters))
    .find((list) => list !== undefined);
}

interface Membership {
  readonly list: unknown;
  readonly member: Expression;
}

/** Every `contains(list, member)` without which the condition is false. */
function requiredMemberships(condition: unknown): readonly Membership[] {
  if (typeof condition === "string") {
    const expression = expressionOf(condition);
    return expression === undefined ? [] : requiredInExpression(expression);
  }
  const { and, contains, equals } = asObject(condition);
  if (Array.isArray(and)) return and.flatMap(requiredMemberships);
  if (Array.isArray(equals) && equals.includes(true)) return equals.flatMap(requiredMemberships);
  if (!Array.isArray(contains)) return [];
  const [list, member] = contains as unknown[];
  const expression = typeof member === "string" ? expressionOf(member) : undefined;
  return expression === undefined ? [] : [{ list, member: expression }];
}

function requiredInExpression(expression: Expression): readonly Membership[] {
  if (expression.kind !== "call") return [];
  const [first, second] = expression.arguments;
  if (expression.name.toLowerCase() === "and") return expression.arguments.flatMap(requiredInExpression);
  if (expression.name.toLowerCase() !== "contains" || first === undefined || second === undefined) return [];
  return [{ list: first, member: second }];
}

export function knownList(list: unknown, parameters: ParameterValues): readonly string[] | undefined {
  const expression = typeof list === "string" ? expressionOf(list) : (list as Expression);
  const values = Array.isArray(list)
    ? (list as unknown[])
    : expression === undefined
      ? undefined
      : (literalArray(expression) ?? parameterValue(expression, parameters));
  return Array.isArray(values) && values.every((value) => typeof value === "string") ? values : undefined;
}

function literalArray(expression: Expression): readonly unknown[] | undefined {
  if (expression.kind !== "call" || expression.name.toLowerCase() !== "createarray") return undefined;
  return expression.arguments.map((argument) => (argument.kind === "literal" ? argument.value : undefined));
}
