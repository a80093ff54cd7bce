import { RuleRefusedError } from "../monitor";
import { ArmError } from "./errors";
import type { ResourceStore } from "./resource-store";

/** A rule as Azure Monitor reads it. @throws {ArmError} for what it would refuse, and for what is not served here */
export function readRule<Rule>(read: () => Rule): Rule {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RuleRefusedError)) throw error;
    throw error.kind === "wrong"
      ? new ArmError(400, "BadRequest", error.message)
      : new ArmError(501, "AlertNotServed", error.message);
  }
}

/** @throws {ArmError} naming what is not there, or is of another type */
export function rejectMissing(store: ResourceStore, id: string, type: string, what: string): void {
  if (store.get(id)?.type.toLowerCase() === type.toLowerCase()) return;
  throw new ArmError(404, "ResourceNotFound", `The ${what} '${id}' was not found.`);
}
