import { exercise, type Refusal } from "../provenance";
import { behaviours } from "./behaviours";

/** A rule that Azure Monitor refuses, or that the emulator does not support. */
export class RuleRefusedError extends Error {
  override readonly name = "RuleRefusedError";

  /** @param refusal the behaviour that the error is an instance of */
  constructor(
    readonly refusal: Refusal,
    message: string,
  ) {
    super(message);
    exercise(refusal);
  }
}

/** Creates the error for a rule that Azure Monitor refuses. */
export function wrong(property: string, seen: unknown, allowed: string): RuleRefusedError {
  return new RuleRefusedError(behaviours.wrongRule, `${property} is ${shown(seen)}; allowed: ${allowed}.`);
}

/** Creates the error for a rule that Azure Monitor may accept and the emulator does not support. */
export function notServed(property: string, seen: unknown, served: string): RuleRefusedError {
  return new RuleRefusedError(
    behaviours.ruleNotServed,
    `The emulator does not support ${property} ${shown(seen)}, only ${served}.`,
  );
}

function shown(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value);
}
