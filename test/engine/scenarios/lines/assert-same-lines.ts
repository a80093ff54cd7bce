import assert from "node:assert/strict";

/** Fails with the lines that are unexpected or missing; there can be hundreds of others. */
export function assertSameLines(actual: readonly string[], expected: readonly string[]): void {
  assert.deepEqual(
    {
      unexpected: actual.filter((line) => !expected.includes(line)),
      missing: expected.filter((line) => !actual.includes(line)),
    },
    { unexpected: [], missing: [] },
  );
}
