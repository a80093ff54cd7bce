import { walkActions } from "../../../definition";
import { asObject, asString, type JsonObject } from "../../../definition/json";
import { declaredSecureData } from "../action-types";
import { frequencies, parseUtc } from "../recurrence";
import { unknownProperties } from "./unknown-properties";

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
      : [`The definition has ${triggers.length} triggers; the emulator runs exactly one.`]),
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
      .map(
        (option) =>
          `${where} has the operation option '${option}', which the emulator does not support: ${options.join(", ")}.`,
      ),
    ...(concurrent && given.includes("SingleInstance")
      ? [`${where} has both runtimeConfiguration.concurrency.runs and operationOptions SingleInstance: set one.`]
      : []),
  ];
  if (type === "Recurrence") return [...problems, ...checkRecurrence(where, trigger, answers)];
  if (type === "Request") return [...problems, ...checkRequest(where, trigger, concurrent && answers)];
  return [...problems, `${where} has the type '${type}', which the emulator does not support: Recurrence, Request.`];
}

function checkRecurrence(where: string, trigger: JsonObject, answers: boolean): string[] {
  const recurrence = asObject(trigger.recurrence);
  const { frequency, interval, startTime, timeZone } = recurrence;
  const problems = unknownProperties(`${where}, in recurrence,`, recurrence, recurrenceProperties);
  if (!frequencies.includes(asString(frequency))) {
    problems.push(`${where} has the frequency '${asString(frequency)}'; the emulator has ${frequencies.join(", ")}.`);
  }
  if (typeof interval !== "number" || !Number.isInteger(interval) || interval < 1) {
    problems.push(`${where} has an interval that is not a whole number from 1.`);
  }
  if (startTime !== undefined && Number.isNaN(parseUtc(asString(startTime)).getTime())) {
    problems.push(`${where} has a startTime that is not an ISO 8601 time such as 2026-01-01T00:00:00Z.`);
  }
  if (timeZone !== undefined && timeZone !== "UTC") {
    problems.push(`${where} has the timeZone '${asString(timeZone)}'; the emulator has UTC.`);
  }
  if (declaredSecureData(trigger).length > 0) problems.push(`${where} of type Recurrence does not support secureData.`);
  if (answers) problems.push(`${where} is of type Recurrence: a Response action needs a Request trigger.`);
  return problems;
}

const recurrenceProperties = ["frequency", "interval", "startTime", "timeZone"];

function checkRequest(where: string, trigger: JsonObject, concurrentAnswers: boolean): string[] {
  const inputs = asObject(trigger.inputs);
  return [
    ...unknownProperties(`${where}, in inputs,`, inputs, ["method", "relativePath", "schema"]),
    ...declaredSecureData(trigger)
      .filter((part) => part !== "inputs" && part !== "outputs")
      .map((part) => `${where} does not support secureData for '${part}'.`),
    ...(concurrentAnswers ? [`${where} has concurrency.runs: a synchronous Response action needs it turned off.`] : []),
  ];
}
