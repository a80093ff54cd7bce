/** A rule that Azure Monitor would refuse, or that the emulator does not serve. */
export class RuleRefusedError extends Error {
  override readonly name = "RuleRefusedError";

  constructor(
    readonly kind: "wrong" | "not served",
    message: string,
  ) {
    super(message);
  }
}

/** What Azure Monitor would refuse. */
export function wrong(property: string, seen: unknown, allowed: string): RuleRefusedError {
  return new RuleRefusedError("wrong", `${property} is ${shown(seen)}; allowed: ${allowed}.`);
}

/** What Azure Monitor may take, and the emulator does not know. */
export function notServed(property: string, seen: unknown, served: string): RuleRefusedError {
  return new RuleRefusedError("not served", `The emulator does not serve ${property} ${shown(seen)}, only ${served}.`);
}

function shown(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value);
}
