import type { Behaviour } from "./behaviour";

/** Describes the behaviours that no test has shown; undefined where all of them were. */
export function describeUnexercised(
  declared: readonly Behaviour[],
  exercised: ReadonlySet<string>,
): string | undefined {
  const missing = declared.filter(({ id }) => !exercised.has(id));
  if (missing.length === 0) return undefined;
  const lines = missing.map(({ id, behaviour }) => `- ${id}: ${behaviour}`);
  return (
    `${missing.length} behaviour${missing.length === 1 ? "" : "s"} of the emulator that no test exercises:\n` +
    `${lines.join("\n")}\n` +
    "Add a test that the emulator answers so, or delete the record."
  );
}
