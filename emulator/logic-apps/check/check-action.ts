import type { PlacedAction } from "../../../definition";
import { asList, asObject, asString, isObject, type JsonObject } from "../../../definition/json";
import { actionTypes, declaredSecureData, requestOptionsOf } from "../action-types";
import { authenticationTypes, parseDuration, retryTypes } from "../http";
import { comparisons, connectives } from "../run";
import { unknownProperties } from "./unknown-properties";

const common = ["type", "kind", "inputs", "runAfter", "runtimeConfiguration", "description", "metadata"];
const options = ["SuppressWorkflowHeaders", "DisableAsyncPattern"];

/** Lists the problems of one action; the actions inside it are checked on their own. */
export function checkAction({ name, type, action, within }: PlacedAction): string[] {
  const where = `The action '${name}'`;
  const known = actionTypes.get(type);
  if (known === undefined) {
    return [
      `${where} has the type '${type}', which the emulator does not support: ${[...actionTypes.keys()].join(", ")}.`,
    ];
  }
  const inputs = asObject(action.inputs);
  const missing = (known.required ?? []).filter((input) => inputs[input] === undefined);
  return [
    ...unknownProperties(where, action, [...common, ...(known.properties ?? [])]),
    ...(known.inputs === undefined ? [] : unknownProperties(`${where}, in inputs,`, inputs, known.inputs)),
    ...missing.map((input) => `${where} lacks inputs.${input}.`),
    ...unknownProperties(`${where}, in runtimeConfiguration,`, asObject(action.runtimeConfiguration), [
      "secureData",
      ...(known.runtimeConfiguration ?? []),
    ]),
    ...declaredSecureData(action)
      .filter((part) => !known.secureData.some((supported) => supported === part))
      .map((part) => `${where} of type ${type} does not support secureData for '${part}'.`),
    ...checkOptions(where, asString(action.operationOptions)),
    ...checkRetry(where, inputs.retryPolicy),
    ...checkAuthentication(where, inputs.authentication),
    ...checkTimeout(where, "limit", asObject(action.limit)),
    ...checkTimeout(where, "runtimeConfiguration.requestOptions", requestOptionsOf(action)),
    ...(type === "If" ? checkCondition(where, action.expression) : []),
    ...(type === "InitializeVariable" && within.length > 0
      ? [`${where} must stand outside of '${within[0]?.name ?? ""}'.`]
      : []),
  ];
}

function checkOptions(where: string, text: string): string[] {
  return text
    .split(",")
    .map((option) => option.trim())
    .filter((option) => option !== "" && !options.includes(option))
    .map(
      (option) =>
        `${where} has the operation option '${option}', which the emulator does not support: ${options.join(", ")}.`,
    );
}

function checkRetry(where: string, policy: unknown): string[] {
  if (policy === undefined) return [];
  const { type, count, interval } = asObject(policy);
  if (!retryTypes.includes(asString(type))) {
    return [`${where} has the retry type '${asString(type)}'; allowed: ${retryTypes.join(", ")}.`];
  }
  if (type !== "fixed" && type !== "exponential") return [];
  const problems = unknownProperties(`${where}, in retryPolicy,`, asObject(policy), retryProperties);
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1 || count > 90) {
    problems.push(`${where} has a retry count that is not a number from 1 to 90.`);
  }
  const wait = parseDuration(asString(interval));
  if (wait === undefined || wait < 5_000 || wait > 86_400_000) {
    problems.push(`${where} has a retry interval that is not an ISO 8601 duration from PT5S to P1D.`);
  }
  return problems;
}

const retryProperties = ["type", "count", "interval", "minimumInterval", "maximumInterval"];

function checkAuthentication(where: string, authentication: unknown): string[] {
  if (authentication === undefined) return [];
  const type = asString(asObject(authentication).type);
  if (authenticationTypes.includes(type)) return [];
  const allowed = authenticationTypes.join(", ");
  return [`${where} has the authentication type '${type}', which the emulator does not support: ${allowed}.`];
}

function checkTimeout(where: string, property: string, { timeout, ...others }: JsonObject): string[] {
  const valid = timeout === undefined || /^@/.test(asString(timeout)) || parseDuration(asString(timeout)) !== undefined;
  return [
    ...unknownProperties(`${where}, in ${property},`, others, []),
    ...(valid ? [] : [`${where} has a ${property}.timeout that is not an ISO 8601 duration such as PT30S.`]),
  ];
}

function checkCondition(where: string, condition: unknown): string[] {
  if (typeof condition === "string") return [];
  const entries = Object.entries(asObject(condition));
  const [operator = "", operands] = entries[0] ?? [];
  if (!isObject(condition) || entries.length !== 1) return [`${where} has a condition that is not one operator.`];
  if (connectives.includes(operator)) {
    const inner = operator === "not" ? [operands] : asList(operands);
    return inner.flatMap((part) => checkCondition(where, part));
  }
  if (!comparisons.includes(operator)) {
    const allowed = [...connectives, ...comparisons].join(", ");
    return [`${where} has the condition operator '${operator}'; allowed: ${allowed}.`];
  }
  return asList(operands).length === 2
    ? []
    : [`${where} has the condition operator '${operator}' without two operands.`];
}
