import { asString, type JsonObject } from "../../../../definition/json";
import { parseDuration } from "../../http";
import { behaviours, problem } from "../behaviours";
import { unknownProperties } from "../unknown-properties";

/** Checks the `timeout` of a property of an action, which has nothing else: a duration or an expression. */
export function checkTimeout(where: string, property: string, { timeout, ...others }: JsonObject): string[] {
  const valid = timeout === undefined || /^@/.test(asString(timeout)) || parseDuration(asString(timeout)) !== undefined;
  const text = `${where} has a ${property}.timeout that is not an ISO 8601 duration such as PT30S.`;
  return [
    ...unknownProperties(`${where}, in ${property},`, others, []),
    ...(valid ? [] : [problem(behaviours.invalidTimeout, text)]),
  ];
}
