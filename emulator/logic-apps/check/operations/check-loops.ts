import { asObject, asString, type JsonObject } from "../../../../definition/json";
import { behaviours, problem } from "../behaviours";
import { checkTimeout } from "./check-timeout";
import { withoutProperty } from "../../without-property";
import { unknownProperties } from "../unknown-properties";

/** The most iterations that an Until can have. */
const mostIterations = 5_000;

/** The most iterations of a For each at a time. */
const mostAtOnce = 50;

/** Checks what a For each asks for beside its actions: a list, and how many iterations run at a time. */
export function checkForeach(where: string, action: JsonObject): string[] {
  const concurrency = asObject(asObject(action.runtimeConfiguration).concurrency);
  const { repetitions } = concurrency;
  const sequential = asString(action.operationOptions).includes("Sequential");
  return [
    ...(action.foreach === undefined
      ? [problem(behaviours.foreachWithoutItems, `${where} has no foreach, the list of its items.`)]
      : []),
    ...unknownProperties(`${where}, in concurrency,`, concurrency, ["repetitions"]),
    ...(repetitions === undefined || isWholeNumber(repetitions, mostAtOnce)
      ? []
      : [
          problem(
            behaviours.invalidRepetitions,
            `${where} has concurrency.repetitions that are no number from 1 to 50.`,
          ),
        ]),
    ...(sequential && repetitions !== undefined
      ? [
          problem(
            behaviours.repetitionsAndSequential,
            `${where} has both concurrency.repetitions and Sequential: set one.`,
          ),
        ]
      : []),
  ];
}

/** Checks what an Until asks for beside its actions: a condition, and limits of iterations and of time. */
export function checkUntil(where: string, action: JsonObject): string[] {
  const limit = asObject(action.limit);
  const { count } = limit;
  const expression = asString(action.expression);
  return [
    ...(expression.startsWith("@")
      ? []
      : [
          problem(
            behaviours.untilWithoutExpression,
            `${where} has no expression, a text such as @equals(variables('done'), true).`,
          ),
        ]),
    ...(count === undefined || isWholeNumber(count, mostIterations)
      ? []
      : [problem(behaviours.invalidCount, `${where} has a limit.count that is not a whole number from 1 to 5,000.`)]),
    ...checkTimeout(where, "limit", withoutProperty(limit, "count")),
  ];
}

function isWholeNumber(value: unknown, most: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most;
}
