import { behaviourId, type Behaviour } from "./behaviour";
import { exercise } from "./exercised";
import { defaultsOf, type ChosenReadings, type Reading } from "./reading";

const requestOptions = "https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers";

/**
 * What Azure's documents leave open, contradict, or leave to reports. Faults, proofs and tests run under every
 * alternative.
 */
export const readings = {
  actionTimeoutStatus: {
    question: "How does an action end whose `limit.timeout` passes?",
    alternatives: {
      TimedOut: {
        behaviour: "An action that exceeds its `limit.timeout` ends TimedOut",
        source: requestOptions,
        certainty: "inferred",
      },
      Cancelled: {
        behaviour: "An action that exceeds its `limit.timeout` ends Cancelled",
        source: requestOptions,
        certainty: "inferred",
      },
    },
    default: "TimedOut",
  },
} as const satisfies Readonly<Record<string, Reading>>;

/** The alternatives that an emulator follows. */
export type Readings = ChosenReadings<typeof readings>;

/** The default alternative of each reading. */
export const defaultReadings: Readings = defaultsOf(readings);

/** Reads which alternative is followed, and notes that it was. */
export function follow<Key extends keyof Readings>(chosen: Readings, key: Key): Readings[Key] {
  const name = chosen[key];
  const { alternatives }: Reading = readings[key];
  const record = alternatives[name];
  if (record !== undefined) exercise(readingBehaviour(key, name, record));
  return name;
}

/** The alternative of a reading as a behaviour of its own. */
export function readingBehaviour(key: string, name: string, record: Omit<Behaviour, "id">): Behaviour {
  return { id: `${behaviourId("reading", key)}/${name}`, ...record };
}
