import { asObject, asString, type JsonObject } from "../../../../definition/json";
import { follow } from "../../../provenance";
import { evaluate } from "../../expressions";
import { parseDuration, type ActionLimit } from "../../http";
import type { RunContext } from "../run-context";

/** Limits of one request and of the action, as the reading of `limit.timeout` has it. */
export function actionLimits(
  action: JsonObject,
  context: RunContext,
): { readonly ofRequest: number; readonly ofAction?: ActionLimit } {
  const { readings } = context.services;
  const milliseconds = durationOf(asObject(action.limit), context);
  if (milliseconds === undefined) return { ofRequest: Number.POSITIVE_INFINITY };
  if (follow(readings, "actionTimeout") === "EachRequest") return { ofRequest: milliseconds };
  const status = follow(readings, "actionTimeoutStatus");
  return { ofRequest: Number.POSITIVE_INFINITY, ofAction: { milliseconds, status } };
}

/** Milliseconds of a `timeout`, which may be an expression; undefined if there is none. */
export function durationOf({ timeout }: JsonObject, { scope }: RunContext): number | undefined {
  return parseDuration(asString(evaluate(timeout, scope)));
}
