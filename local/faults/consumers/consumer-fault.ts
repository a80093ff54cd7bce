import type { Readings } from "../../../emulator/provenance";
import type { ServerFault } from "../fault";
import { maxDeliveryCount } from "./consumer-fault-stack";
import type { ConsumerHarness } from "./consumer-harness";

/** The alert rules of a consumer, and of its token's refresh. */
export type ConsumerAlertName = "failed" | "silent" | "dead-letters" | "waiting" | "refresh-failed";

/** What was there after a fault of a consumer. */
export interface ConsumerOutcome {
  /** Ends of the consumer's runs, in order; one that repeats the one before it is left out. */
  readonly runs: readonly string[];
  /** The messages that were sent: how many are completed, wait for another delivery, and are dead letters. */
  readonly messages: string;
  /** Records that were sent and are in Salesforce. */
  readonly records: number;
  /** Requests that reached the token server. */
  readonly refreshes: number;
  /** Rules that fired. */
  readonly alerts: readonly ConsumerAlertName[];
}

/** A fault of a consumer, and its expected outcome. */
export interface ConsumerFault extends ServerFault {
  /** Name in kebab case. */
  readonly name: string;
  /** Lets the fault happen while messages are consumed, and mends it. */
  inject(harness: ConsumerHarness): Promise<unknown>;
  /** Returns the expected outcome. */
  expected(readings: Readings): ConsumerOutcome;
}

/** Numbers of messages by what became of them. */
export interface MessageNumbers {
  readonly completed?: number;
  readonly waiting?: number;
  readonly deadLettered?: number;
}

/** Describes what became of messages, such as `3 completed, 1 dead-lettered`. */
export function describeMessages({ completed = 0, waiting = 0, deadLettered = 0 }: MessageNumbers): string {
  const numbers = [
    [completed, "completed"],
    [waiting, "waiting"],
    [deadLettered, "dead-lettered"],
  ] as const;
  return numbers.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`])).join(", ") || "none";
}

/** Outcome in which messages of two records each are stored in the end. @param classes of the runs that failed before */
export function stored(classes: readonly string[], changes: Partial<ConsumerOutcome> = {}): ConsumerOutcome {
  return {
    runs: [...classes.map((code) => `Failed ${code}`), "Succeeded"],
    messages: describeMessages({ completed: 1 }),
    records: 2,
    refreshes: 0,
    alerts: classes.length === 0 ? [] : ["failed"],
    ...changes,
  };
}

/** Runs of so many deliveries that fail, one every 5 minutes, with runs without a message after each. */
export function repeatRuns(code: string, deliveries: number): readonly string[] {
  return Array.from({ length: deliveries }, () => [`Failed ${code}`, "Succeeded"]).flat();
}

/** Outcome in which a message ends among the dead letters, and the runs without it succeed. */
export function deadLettered(code: string, changes: Partial<ConsumerOutcome> = {}): ConsumerOutcome {
  return {
    runs: repeatRuns(code, maxDeliveryCount),
    messages: describeMessages({ deadLettered: 1 }),
    records: 0,
    refreshes: 0,
    alerts: ["failed", "dead-letters"],
    ...changes,
  };
}
