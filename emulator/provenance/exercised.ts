import type { Behaviour } from "./behaviour";

const exercised = new Set<string>();

/** Notes that the emulator is about to behave as a record says. Every answer from a record goes through here. */
export function exercise<Record extends Behaviour>(record: Record): Record {
  exercised.add(record.id);
  return record;
}

/** Lists the IDs of the behaviours that this process has shown so far, in alphabetical order. */
export function exercisedBehaviours(): readonly string[] {
  return [...exercised].sort();
}
