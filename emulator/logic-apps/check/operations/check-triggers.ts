import { walkActions } from "../../../../definition";
import { asObject, asString, type JsonObject } from "../../../../definition/json";
import { declaredSecureData } from "../../action-types";
import { frequencies } from "../../recurrence";
import { behaviours, problem } from "../behaviours";
import { checkVerb } from "./check-request-words";
import { isStartTime } from "./start-time";
import { unknownProperties } from "../unknown-properties";

const known = [
  "type",
  "kind",
  "inputs",
  "recurrence",
  "runtimeConfiguration",
  "operationOptions",
  "description",
  "metadata",
];
const options = ["EnableSchemaValidation", "SingleInstance"];

/** Lists the problems of a definition's triggers. */
export function checkTriggers(definition: JsonObject): string[] {
  const triggers = Object.entries(asObject(definition.triggers));
  const answers = walkActions(definition).some(({ type }) => type === "Response");
  return [
    ...(triggers.length === 1
      ? []
      : [
          problem(
            behaviours.notServed,
            `The definition has ${triggers.length} triggers; the emulator runs exactly one.`,
          ),
        ]),
    ...triggers.flatMap(([name, trigger]) => checkTrigger(`The trigger '${name}'`, asObject(trigger), answers)),
  ];
}

function checkTrigger(where: string, trigger: JsonObject, answers: boolean): string[] {
  const type = asString(trigger.type);
  const runtime = asObject(trigger.runtimeConfiguration);
  const given = asString(trigger.operationOptions)
    .split(",")
    .map((option) => option.trim())
    .filter((option) => option !== "");
  const concurrent = asObject(runtime.concurrency).runs !== undefined;
  const problems = [
    ...unknownProperties(where, trigger, known),
    ...unknownProperties(`${where}, in runtimeConfiguration,`, runtime, ["concurrency", "secureData"]),
    ...unknownProperties(`${where}, in concurrency,`, asObject(runtime.concurrency), ["runs"]),
    ...given
      .filter((option) => !options.includes(option))
      .map((option) =>
        problem(
          behaviours.notServed,
          `${where} has the operation option '${option}', which the emulator does not support: ${options.join(", ")}.`,
        ),
      ),
    ...(concurrent && given.includes("SingleInstance")
      ? [
          problem(
            behaviours.concurrencyAndSingleInstance,
            `${where} has both runtimeConfiguration.concurrency.runs and operationOptions SingleInstance: set one.`,
          ),
        ]
      : []),
  ];
  if (type === "Recurrence") return [...problems, ...checkRecurrence(where, trigger, answers)];
  if (type === "Request") return [...problems, ...checkRequest(where, trigger, concurrent && answers)];
  const text = `${where} has the type '${type}', which the emulator does not support: Recurrence, Request.`;
  return [...problems, problem(behaviours.notServed, text)];
}

function checkRecurrence(where: string, trigger: JsonObject, answers: boolean): string[] {
  const recurrence = asObject(trigger.recurrence);
  const { frequency, interval, startTime, timeZone } = recurrence;
  const problems = unknownProperties(`${where}, in recurrence,`, recurrence, recurrenceProperties);
  if (!frequencies.includes(asString(frequency))) {
    const text = `${where} has the frequency '${asString(frequency)}'; the emulator has ${frequencies.join(", ")}.`;
    problems.push(problem(behaviours.notServed, text));
  }
  if (typeof interval !== "number" || !Number.isInteger(interval) || interval < 1) {
    problems.push(problem(behaviours.invalidInterval, `${where} has an interval that is not a whole number from 1.`));
  }
  if (startTime !== undefined && !isStartTime(asString(startTime))) {
    const shown = typeof startTime === "string" ? startTime : JSON.stringify(startTime);
    const text = `${where} has the startTime '${shown}', which is not an ISO 8601 time such as 2026-01-01T00:00:00Z.`;
    problems.push(problem(behaviours.invalidStartTime, text));
  }
  if (timeZone !== undefined && timeZone !== "UTC") {
    const text = `${where} has the timeZone '${asString(timeZone)}'; the emulator has UTC.`;
    problems.push(problem(behaviours.notServed, text));
  }
  if (declaredSecureData(trigger).length > 0) {
    const text = `${where} of type Recurrence does not support secureData.`;
    problems.push(problem(behaviours.secureDataNotSupported, text));
  }
  if (answers) {
    const text = `${where} is of type Recurrence: a Response action needs a Request trigger.`;
    problems.push(problem(behaviours.responseWithoutRequest, text));
  }
  return problems;
}

const recurrenceProperties = ["frequency", "interval", "startTime", "timeZone"];

function checkRequest(where: string, trigger: JsonObject, concurrentAnswers: boolean): string[] {
  const inputs = asObject(trigger.inputs);
  return [
    ...unknownProperties(`${where}, in inputs,`, inputs, ["method", "relativePath", "schema"]),
    ...declaredSecureData(trigger)
      .filter((part) => part !== "inputs" && part !== "outputs")
      .map((part) => problem(behaviours.secureDataNotSupported, `${where} does not support secureData for '${part}'.`)),
    ...checkVerb(where, inputs.method),
    ...(concurrentAnswers
      ? [
          problem(
            behaviours.responseWithConcurrency,
            `${where} has concurrency.runs: a synchronous Response action needs it turned off.`,
          ),
        ]
      : []),
  ];
}
