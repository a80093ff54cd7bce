import { asList, asObject, type JsonObject } from "../../../definition/json";
import { walkBranch } from "../../../definition";
import { securedParts } from "../action-types";
import type { ActionStatus } from "../run-history";
import type { Outcome } from "./outcome";
import type { ActionState } from "./action-states";
import type { RunContext } from "./run-context";
import { actionBehaviours as behaviours } from "../action-behaviours";
import { exercise } from "../../provenance";
import { statusOfSet, type SetStatus } from "./set-status";

/** Does the work of one action. */
export type Perform = (name: string, action: JsonObject, context: RunContext) => Promise<Outcome>;

/**
 * Runs a set of actions, each as soon as what it runs after has ended; those whose `runAfter` is not met are skipped.
 *
 * @returns how the set ended
 */
export async function runActions(actions: unknown, context: RunContext, perform: Perform): Promise<SetStatus> {
  const set = asObject(actions);
  const ended = new Map<string, Promise<ActionStatus>>();
  const end = (name: string): Promise<ActionStatus> => {
    const known = ended.get(name) ?? runAction(name, asObject(set[name]), end, context, perform);
    ended.set(name, known);
    return known;
  };
  const names = Object.keys(set);
  const statuses = new Map(await Promise.all(names.map(async (name) => [name, await end(name)] as const)));
  return statusOfSet(set, (name) => statuses.get(name) ?? "Skipped");
}

async function runAction(
  name: string,
  action: JsonObject,
  end: (name: string) => Promise<ActionStatus>,
  context: RunContext,
  perform: Perform,
): Promise<ActionStatus> {
  const conditions = Object.entries(asObject(action.runAfter));
  const met = await Promise.all(
    conditions.map(async ([before, statuses]) => asList(statuses).includes(await end(before))),
  );
  if (context.hasEnded()) return "Skipped";
  if (met.includes(false)) {
    skipAll({ [name]: action }, context);
    return "Skipped";
  }
  const state = begin(name, action, context);
  const outcome = await perform(name, action, context);
  if (context.hasEnded()) return "Skipped";
  // What a control action that failed by itself did not begin, later actions can ask about.
  skipAll({ [name]: action }, context);
  const { attempts = 1, termination, ...result } = outcome;
  Object.assign(state, result, { attempts, endTime: context.services.clock.now() });
  if (termination !== undefined) context.terminate(termination);
  return outcome.status;
}

function begin(name: string, action: JsonObject, context: RunContext): ActionState {
  const startTime = context.services.clock.now();
  const type = String(action.type);
  const { iterations } = context.states;
  const state: ActionState = { name, type, secured: securedParts(action), iterations, startTime, attempts: 1 };
  context.states.begin(state);
  return state;
}

/** Records every action of a set, however deeply nested, as skipped, unless it has begun. */
export function skipAll(actions: unknown, context: RunContext): void {
  const now = context.services.clock.now();
  for (const { name, action } of walkBranch(actions)) {
    if (context.states.has(name)) continue;
    const state = begin(name, action, context);
    const { code } = exercise(behaviours.skipped);
    Object.assign(state, { status: "Skipped", code, attempts: 0, endTime: now });
  }
}
