import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { matrixFactors, settingsFor } from "../../../local/matrix/factors";
import { matrixParts, type MatrixResult } from "../../../local/matrix/matrix-stack";
import { runStack } from "../../../local/matrix/run-stack";
import { searchPlaces } from "../../../local/matrix/search-secrets";

describe("A stack of the matrix", function () {
  this.timeout(30_000);
  let result: MatrixResult;
  before(async () => {
    const usual = Object.entries(matrixFactors).map(([factor, [first = ""]]) => [factor, first] as const);
    const choices = Object.fromEntries(usual);
    result = await runStack({ number: 1, choices, settings: settingsFor(choices), expected: {} });
  });

  it("goes through npm start, the policy pack and npm run verify, and a search of all that they show", () => {
    const { start, policy, verify, secrets } = result;
    assert.deepEqual([start.held, policy.held, verify.held, secrets.held], [true, true, true, true]);
    assert.equal(start.seen, "9 proofs hold");
    assert.equal(verify.seen, "8 checks");
    assert.match(secrets.seen, /^\d+ in none of \d+ texts$/);
    assert.deepEqual(Object.keys(result).sort(), ["choices", "expected", "number", ...matrixParts.slice(0, 4)].sort());
  });
});

describe("The search for secrets in what a machine keeps", () => {
  const secret = "planted-client-secret";

  it("finds one in a recorded request, in base64 too, and names the place", () => {
    const content = Buffer.from(`client:${secret}`).toString("base64");
    const places = [
      { name: "--json", content: "{}" },
      { name: "--record 07-put-x.json", content },
    ];
    assert.deepEqual(searchPlaces([secret], places), { held: false, seen: "found in --record 07-put-x.json (base64)" });
  });

  it("does not hold where there is nothing to search for", () => {
    assert.equal(searchPlaces([], [{ name: "--json", content: "{}" }]).held, false);
  });
});
