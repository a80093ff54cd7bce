import { behaviourId, type Behaviour } from "./behaviour";
import { exercise } from "./exercised";
import { defaultsOf, type ChosenReadings, type Reading } from "./reading";

const requestOptions = "https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers";

/**
 * What Azure's documents leave open, contradict, or leave to reports. Faults, proofs and tests run under every
 * alternative.
 */
export const readings = {
  actionTimeout: {
    question: "What does an action's `limit.timeout` limit?",
    alternatives: {
      WholeAction: {
        behaviour: "`limit.timeout` limits the action with all its retries, and no single request",
        source: "https://github.com/Azure/LogicAppsUX",
        certainty: "seen",
      },
      EachRequest: {
        behaviour: "`limit.timeout` limits each request of the action, and not its retries",
        source: requestOptions,
        certainty: "inferred",
      },
    },
    default: "WholeAction",
  },
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

/** Names the alternatives that are not the default, such as `actionTimeout EachRequest`. */
export function describeReadings(chosen: Readings): string {
  return Object.entries(chosen)
    .filter(([key, name]) => name !== (defaultReadings as Readonly<Record<string, string>>)[key])
    .map(([key, name]) => `${key} ${name}`)
    .join(", ");
}
