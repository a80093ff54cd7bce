import { asObject, type JsonObject } from "../../../definition/json";
import { exercise, follow, type Readings } from "../../provenance";
import { actionBehaviours as behaviours } from "../action-behaviours";
import type { ActionState, ActionStates } from "./action-states";

/** A control action, by the name of its declaration. */
export interface Control {
  readonly name: string;
  readonly action: JsonObject;
}

/**
 * The results of the actions directly within a control action: of an Until those of its last iteration, and of a For each
 * an item for each action, whose outputs are its results in each iteration.
 *
 * Source: https://learn.microsoft.com/azure/logic-apps/expression-functions-reference#result
 */
export function resultOf({ name, action }: Control, states: ActionStates, readings: Readings): readonly JsonObject[] {
  const resultIn = (at: ActionStates, inner: string): readonly JsonObject[] => {
    const state = at.find(inner);
    return state?.status === undefined ? [] : [hideSecured(readable(state), state, readings)];
  };
  const names = innerActions(action);
  if (action.type !== "Foreach") return names.flatMap((inner) => resultIn(states, inner));
  exercise(behaviours.resultOfForeach);
  const iterations = [...states.iterationsOf(name)];
  if (follow(readings, "resultOrder") === "another") iterations.reverse();
  return names.map((inner) => ({ name: inner, outputs: iterations.flatMap((at) => resultIn(at, inner)) }));
}

/** An action as expressions see it. */
export function readable(state: ActionState): JsonObject {
  const { name, status, code, startTime, endTime, inputs, outputs, error } = state;
  return {
    name,
    status,
    code: code ?? null,
    startTime: startTime.toISOString(),
    endTime: endTime?.toISOString() ?? null,
    inputs: inputs ?? null,
    outputs: outputs ?? null,
    ...(error === undefined ? {} : { error }),
  };
}

function hideSecured(result: JsonObject, { secured }: ActionState, readings: Readings): JsonObject {
  if (!(secured.inputs || secured.outputs) || follow(readings, "securedResult") === "whole") return result;
  return {
    ...result,
    ...(secured.inputs ? { inputs: null } : {}),
    ...(secured.outputs ? { outputs: null } : {}),
  };
}

/** Action names directly within a control action. */
function innerActions(action: JsonObject): readonly string[] {
  const cases = Object.values(asObject(action.cases)).map((branch) => asObject(branch).actions);
  const branches = [action.actions, asObject(action.else).actions, ...cases, asObject(action.default).actions];
  return branches.flatMap((actions) => Object.keys(asObject(actions)));
}
