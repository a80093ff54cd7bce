import { asObject, asString, type JsonObject } from "../../../definition/json";
import { behaviours, problem } from "./behaviours";
import { checkTimeout } from "./check-timeout";
import { withoutProperty } from "../without-property";

/** The most iterations that an Until can be allowed. */
const mostIterations = 5_000;

/** Checks what an Until asks for beside its actions: a condition, and limits of iterations and of time. */
export function checkUntil(where: string, action: JsonObject): string[] {
  const limit = asObject(action.limit);
  const { count } = limit;
  const expression = asString(action.expression);
  const wrongCount =
    count !== undefined &&
    (typeof count !== "number" || !Number.isInteger(count) || count < 1 || count > mostIterations);
  return [
    ...(expression.startsWith("@")
      ? []
      : [
          problem(
            behaviours.untilWithoutExpression,
            `${where} has no expression, a text such as @equals(variables('done'), true).`,
          ),
        ]),
    ...(wrongCount
      ? [problem(behaviours.invalidCount, `${where} has a limit.count that is not a whole number from 1 to 5,000.`)]
      : []),
    ...checkTimeout(where, "limit", withoutProperty(limit, "count")),
  ];
}
