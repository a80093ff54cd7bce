import { asObject, asString, type JsonObject } from "../../../../definition/json";
import { byDefault, exercise, follow } from "../../../provenance";
import { actionBehaviours as behaviours } from "../../action-behaviours";
import { actionFailure } from "../../errors";
import { durationOf } from "../actions/action-limits";
import { evaluateCondition } from "../condition";
import type { Outcome } from "../outcome";
import { runActions, type Perform } from "../run-actions";
import { iterate, type RunContext } from "../run-context";
import { outcomeOfIteration } from "./loop-status";

/**
 * Runs the actions of an Until, then decides its condition; again until that is true or a limit is reached. The last
 * iteration decides how the loop ends, and is what later actions read.
 *
 * Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-control-flow-loops#until-loop
 */
export async function performUntil(
  name: string,
  action: JsonObject,
  context: RunContext,
  perform: Perform,
): Promise<Outcome> {
  const { clock, readings } = context.services;
  const { count, timeout } = limitsOf(asObject(action.limit), context);
  const start = clock.now().getTime();
  for (let index = 0; ; index++) {
    const inside = iterate(context, { loop: name, index });
    const ended = await runActions(action.actions, inside, perform);
    const { expressionResult } = evaluateCondition(action.expression, inside.scope);
    const limited = index + 1 === count || clock.now().getTime() - start >= timeout;
    if (!expressionResult && !limited && !context.hasEnded()) continue;

    exercise(behaviours.untilRead);
    for (const state of inside.states.ofIteration()) context.states.reveal(state);
    const outcome = outcomeOfIteration(ended, inside.states, readings);
    return expressionResult || outcome.status !== "Succeeded" ? outcome : limitReached(action, outcome, context);
  }
}

/** The most iterations, and the milliseconds after which none begins. */
function limitsOf(limit: JsonObject, context: RunContext): { readonly count: number; readonly timeout: number } {
  return {
    count: typeof limit.count === "number" ? limit.count : byDefault(behaviours.untilCount),
    timeout: durationOf(limit, context) ?? byDefault(behaviours.untilTimeoutMilliseconds),
  };
}

function limitReached(action: JsonObject, succeeded: Outcome, { services }: RunContext): Outcome {
  exercise(behaviours.untilLimitReached);
  if (!asString(action.operationOptions).includes("FailWhenLimitsReached")) return succeeded;
  const status = follow(services.readings, "untilLimit");
  const error = actionFailure(behaviours.untilLimitFailed, "The loop reached its limit of iterations or of time.");
  return { status, code: error.code, error };
}
