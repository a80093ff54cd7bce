import { evaluate, type Scope } from "../expressions";
import { asObject, type JsonObject } from "../../../definition/json";
import { evaluateCondition } from "./condition";

/** The actions that a control action runs, and those that it skips. */
interface Branches {
  readonly inputs?: unknown;
  readonly taken: unknown;
  readonly passedOver: readonly unknown[];
}

/** Decides which branch of an If, a Switch or a Scope runs. */
export function chooseBranch(action: JsonObject, scope: Scope): Branches {
  if (action.type === "If") {
    const inputs = evaluateCondition(action.expression, scope);
    const otherwise = asObject(action.else).actions;
    return inputs.expressionResult
      ? { inputs, taken: action.actions, passedOver: [otherwise] }
      : { inputs, taken: otherwise, passedOver: [action.actions] };
  }
  if (action.type !== "Switch") return { taken: action.actions, passedOver: [] };
  const value = evaluate(action.expression, scope);
  const cases = Object.values(asObject(action.cases)).map(asObject);
  const chosen = cases.find((branch) => branch.case === value) ?? asObject(action.default);
  const others = [...cases, asObject(action.default)].filter((branch) => branch !== chosen);
  return { inputs: { expression: value }, taken: chosen.actions, passedOver: others.map(({ actions }) => actions) };
}
