import assert from "node:assert/strict";
import { it } from "mocha";
import { leastToken, problemsOf } from "../settings-under-test";

/** A token without anything that depends on its provider. */
const { tokenUrl: _, ...bare } = leastToken;

/** Keys of a token, and the problems that they have; none if they are valid. */
export type ProblemCase = readonly [
  title: string,
  token: Readonly<Record<string, unknown>>,
  ...problems: readonly string[],
];

/** Defines a test of each case. */
export function check(cases: readonly ProblemCase[]): void {
  for (const [title, token, ...problems] of cases) {
    it(`${problems.length === 0 ? "take" : "refuse"} ${title}`, () => {
      assert.deepEqual(
        problemsOf({ tokens: [{ ...bare, ...token }] }),
        problems.map((problem) => `tokens[0].${problem}`),
      );
    });
  }
}
