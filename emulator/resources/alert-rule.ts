import { RuleRefusedError } from "../monitor";
import { behaviours } from "./behaviours";
import { ArmError } from "./errors";
import type { ResourceStore } from "./resource-store";

/** Reads a rule as Azure Monitor does. @throws {ArmError} for rules that it refuses, or that are not emulated */
export function readRule<Rule>(read: () => Rule): Rule {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RuleRefusedError)) throw error;
    throw new ArmError(error.refusal, error.message);
  }
}

/** Rejects an ID of a missing resource, or of one of another type. @throws {ArmError} naming it */
export function rejectMissing(store: ResourceStore, id: string, type: string, what: string): void {
  if (store.get(id)?.type.toLowerCase() === type.toLowerCase()) return;
  throw new ArmError(behaviours.resourceNotFound, `The ${what} '${id}' was not found.`);
}
