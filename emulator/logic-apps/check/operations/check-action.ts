import type { PlacedAction } from "../../../../definition";
import { asObject, asString } from "../../../../definition/json";
import { actionTypes, declaredSecureData, loopTypes, requestOptionsOf } from "../../action-types";
import { authenticationTypes, parseDuration, retryTypes } from "../../http";
import { behaviours, problem } from "../behaviours";
import { checkCondition } from "./check-condition";
import { checkForeach, checkUntil } from "./check-loops";
import { checkStatusCode, checkVerb } from "./check-request-words";
import { checkTimeout } from "./check-timeout";
import { unknownProperties } from "../unknown-properties";

const common = ["type", "kind", "inputs", "runAfter", "runtimeConfiguration", "description", "metadata"];

/** Lists the problems of one action; the actions inside it are checked on their own. */
export function checkAction({ name, type, action, within }: PlacedAction): string[] {
  const where = `The action '${name}'`;
  const known = actionTypes.get(type);
  if (known === undefined) {
    const served = [...actionTypes.keys()].join(", ");
    const text = `${where} has the type '${type}', which the emulator does not support: ${served}.`;
    return [problem(behaviours.notServed, text)];
  }
  const inputs = asObject(action.inputs);
  const missing = (known.required ?? []).filter((input) => inputs[input] === undefined);
  return [
    ...unknownProperties(where, action, [
      ...common,
      ...(known.operationOptions === undefined ? [] : ["operationOptions"]),
      ...(known.properties ?? []),
    ]),
    ...(known.inputs === undefined ? [] : unknownProperties(`${where}, in inputs,`, inputs, known.inputs)),
    ...missing.map((input) => problem(behaviours.missingInput, `${where} lacks inputs.${input}.`)),
    ...unknownProperties(`${where}, in runtimeConfiguration,`, asObject(action.runtimeConfiguration), [
      "secureData",
      ...(known.runtimeConfiguration ?? []),
    ]),
    ...declaredSecureData(action)
      .filter((part) => !known.secureData.some((supported) => supported === part))
      .map((part) =>
        problem(
          behaviours.secureDataNotSupported,
          `${where} of type ${type} does not support secureData for '${part}'.`,
        ),
      ),
    ...checkOptions(where, asString(action.operationOptions), known.operationOptions ?? []),
    ...checkRetry(where, inputs.retryPolicy),
    ...checkAuthentication(where, inputs.authentication),
    ...(type === "Until" ? checkUntil(where, action) : checkTimeout(where, "limit", asObject(action.limit))),
    ...checkTimeout(where, "runtimeConfiguration.requestOptions", requestOptionsOf(action)),
    ...(type === "Foreach" ? checkForeach(where, action) : []),
    ...(type === "If" ? checkCondition(where, action.expression) : []),
    ...(type === "Http" || type === "ApiConnection" ? checkVerb(where, inputs.method) : []),
    ...(type === "Response" ? checkStatusCode(where, inputs.statusCode) : []),
    ...(type === "Terminate" ? checkRunStatus(where, inputs.runStatus) : []),
    ...checkPlace(where, type, within),
  ];
}

function checkOptions(where: string, text: string, options: readonly string[]): string[] {
  return text
    .split(",")
    .map((option) => option.trim())
    .filter((option) => option !== "" && !options.includes(option))
    .map((option) =>
      problem(
        behaviours.notServed,
        `${where} has the operation option '${option}', which the emulator does not support: ${options.join(", ")}.`,
      ),
    );
}

function checkRetry(where: string, policy: unknown): string[] {
  if (policy === undefined) return [];
  const { type, count, interval } = asObject(policy);
  if (!retryTypes.includes(asString(type))) {
    const text = `${where} has the retry type '${asString(type)}'; allowed: ${retryTypes.join(", ")}.`;
    return [problem(behaviours.invalidRetryPolicy, text)];
  }
  if (type !== "fixed" && type !== "exponential") return [];
  const problems = unknownProperties(`${where}, in retryPolicy,`, asObject(policy), retryProperties);
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1 || count > 90) {
    problems.push(
      problem(behaviours.invalidRetryPolicy, `${where} has a retry count that is not a number from 1 to 90.`),
    );
  }
  const wait = parseDuration(asString(interval));
  if (wait === undefined || wait < 5_000 || wait > 86_400_000) {
    const text = `${where} has a retry interval that is not an ISO 8601 duration from PT5S to P1D.`;
    problems.push(problem(behaviours.invalidRetryPolicy, text));
  }
  return problems;
}

const retryProperties = ["type", "count", "interval", "minimumInterval", "maximumInterval"];

function checkAuthentication(where: string, authentication: unknown): string[] {
  if (authentication === undefined) return [];
  const type = asString(asObject(authentication).type);
  if (authenticationTypes.includes(type)) return [];
  const allowed = authenticationTypes.join(", ");
  const text = `${where} has the authentication type '${type}', which the emulator does not support: ${allowed}.`;
  return [problem(behaviours.notServed, text)];
}

const runStatuses = ["Cancelled", "Failed", "Succeeded"];

function checkRunStatus(where: string, runStatus: unknown): string[] {
  const status = asString(runStatus);
  if (runStatus === undefined || status.startsWith("@") || runStatuses.includes(status)) return [];
  const text = `${where} has the runStatus '${status}'; allowed: ${runStatuses.join(", ")}.`;
  return [problem(behaviours.invalidRunStatus, text)];
}

function checkPlace(where: string, type: string, within: PlacedAction["within"]): string[] {
  const [outermost] = within;
  if (type === "InitializeVariable" && outermost !== undefined) {
    return [problem(behaviours.variableInitializedWithin, `${where} must stand outside of '${outermost.name}'.`)];
  }
  const loop = within.find(({ action }) => loopTypes.includes(asString(action.type)));
  if (loop === undefined || (type !== "Terminate" && type !== "Response")) return [];
  const text = `${where} of type ${type} must stand outside of the loop '${loop.name}'.`;
  return [problem(behaviours.endsWithinLoop, text)];
}
