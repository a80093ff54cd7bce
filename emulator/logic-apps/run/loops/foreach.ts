import { asObject, asString, type JsonObject } from "../../../../definition/json";
import { byDefault, exercise, follow } from "../../../provenance";
import { actionBehaviours as behaviours } from "../../action-behaviours";
import { actionFailure } from "../../errors";
import { evaluate } from "../../expressions";
import { failed, succeeded, type Outcome } from "../outcome";
import { runActions, type Perform } from "../run-actions";
import { iterate, type RunContext } from "../run-context";
import { outcomeOfIteration } from "./loop-status";

/**
 * Runs the actions of a For each once for each item. Every iteration runs, whatever becomes of the others.
 *
 * Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-control-flow-loops#for-each
 */
export async function performForeach(
  name: string,
  action: JsonObject,
  context: RunContext,
  perform: Perform,
): Promise<Outcome> {
  const items = evaluate(action.foreach, context.scope);
  if (!Array.isArray(items)) {
    return failed(actionFailure(behaviours.foreachNotArray, "The 'foreach' of the loop gives no array."));
  }
  if (items.length > byDefault(behaviours.foreachItems)) {
    return failed(actionFailure(behaviours.tooManyItems, `The loop has ${items.length} items; 100,000 are allowed.`));
  }
  const outcomes: Outcome[] = [];
  let next = 0;
  const runInTurn = async (): Promise<void> => {
    while (next < items.length && !context.hasEnded()) {
      const index = next++;
      const inside = iterate(context, { loop: name, index, item: items[index] as unknown });
      const ended = await runActions(action.actions, inside, perform);
      outcomes.push(outcomeOfIteration(ended, inside.states, context.services.readings));
    }
  };
  await Promise.all(Array.from({ length: iterationsAtOnce(action, context) }, runInTurn));
  const ended = (status: string) => outcomes.find((outcome) => outcome.status === status);
  return ended("Failed") ?? ended("Cancelled") ?? succeeded();
}

/** How many iterations run at a time. */
function iterationsAtOnce(action: JsonObject, { states, services }: RunContext): number {
  const nested = states.iterations.some((iteration) => "item" in iteration);
  if (nested) exercise(behaviours.nestedForeach);
  if (nested || asString(action.operationOptions).includes("Sequential")) return 1;
  const { repetitions } = asObject(asObject(action.runtimeConfiguration).concurrency);
  const most = typeof repetitions === "number" ? repetitions : byDefault(behaviours.foreachConcurrency);
  return most > 1 && follow(services.readings, "foreachOrder") === "atOnce" ? most : 1;
}
