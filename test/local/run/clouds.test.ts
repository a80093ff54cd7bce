import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { allClouds } from "../../../azure";
import { runStack } from "../../../local/matrix/run-stack";
import { matrixFactors, settingsFor } from "../../../local/matrix/factors";

/** The first alternative of each factor, and those that make a stack call every service of a cloud. */
const usual = Object.fromEntries(Object.entries(matrixFactors).map(([factor, [first = ""]]) => [factor, first]));
const choices = {
  ...usual,
  tokenUrl: "salesforce",
  intervalMinutes: "unset",
  consumers: "of a topic",
  location: "set",
};

describe("npm start, --serve and npm run verify", () => {
  for (const { name, title } of allClouds) {
    it(`prove, serve and verify a stack with a consumer in ${title}`, async () => {
      const chosen = { ...choices, cloud: name };
      const result = await runStack({ number: 1, choices: chosen, settings: settingsFor(chosen), expected: {} });
      const { start, policy, verify, secrets } = result;
      assert.deepEqual(
        [start, policy, verify, secrets].filter(({ held }) => !held),
        [],
      );
      assert.deepEqual(start.seen, "9 proofs hold");
    }).timeout(120_000);
  }
});
