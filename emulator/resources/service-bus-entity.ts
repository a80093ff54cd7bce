import { isDeepStrictEqual } from "node:util";
import { asString, type JsonObject } from "../../definition/json";
import { parseDuration } from "../clock";
import type { Refusal } from "../provenance";
import { ArmError } from "./errors";

/** `countDetails` of an entity without messages. */
export const noMessages = {
  activeMessageCount: 0,
  deadLetterMessageCount: 0,
  scheduledMessageCount: 0,
  transferDeadLetterMessageCount: 0,
  transferMessageCount: 0,
} as const;

/** What Service Bus writes for "never", .NET's longest time span. */
const never = "P10675199DT2H48M5.4775807S";

/**
 * Rejects properties whose effect the emulator does not have.
 *
 * @param harmless their names, and the value of each that has no effect
 * @throws {ArmError} naming all of them
 */
export function rejectUnserved(properties: JsonObject, harmless: JsonObject, what: string, refusal: Refusal): void {
  const unserved = Object.entries(harmless)
    .filter(([name, value]) => properties[name] !== undefined && !isDeepStrictEqual(properties[name], value))
    .map(([name]) => name);
  if (unserved.length === 0) return;
  throw new ArmError(refusal, `The emulator does not support '${unserved.join("', '")}' of the ${what}.`);
}

/** The `defaultMessageTimeToLive` of an entity in milliseconds; undefined where no message expires by it. */
export function readTimeToLive({ defaultMessageTimeToLive: given }: JsonObject, refusal: Refusal): number | undefined {
  return given === undefined || given === never ? undefined : readDuration("defaultMessageTimeToLive", given, refusal);
}

/** Reads a duration of a property in milliseconds. @throws {ArmError} for what is none, or is not longer than 0 */
export function readDuration(property: string, given: unknown, refusal: Refusal): number {
  const milliseconds = parseDuration(asString(given));
  if (milliseconds !== undefined && milliseconds > 0) return milliseconds;
  throw new ArmError(refusal, `The property '${property}' is not a duration of ISO 8601: '${String(given)}'.`);
}
