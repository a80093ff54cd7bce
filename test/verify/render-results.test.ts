import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { failed, noted, passed } from "../../verify/check-result";
import { renderResults, type Verification } from "../../verify/render-results";

const grants = { check: "grants", subject: "refresh-token1", seen: "lacks getSecret on 'client-secret'" };
const verification: Verification = {
  stack: "dev",
  results: [
    passed("connection", "set-secret1", "Connected"),
    failed(grants, {
      cause: "A role assignment was removed outside Pulumi.",
      fix: "Run this: npx pulumi up --replace X",
    }),
    noted("alert rules", "stack", "has none"),
  ],
};
const nowhere = { width: Number.POSITIVE_INFINITY, colour: false };

describe("Results of npm run verify", () => {
  it("are a line for each check, the cause and the fix of a failure, and the verdict", () => {
    assert.deepEqual(renderResults(verification, nowhere, "usual").split("\n"), [
      "Stack dev",
      "✔  connection of set-secret1: Connected",
      "✘  grants of refresh-token1: lacks getSecret on 'client-secret'",
      "     likely cause  A role assignment was removed outside Pulumi.",
      "     fix           Run this: npx pulumi up --replace X",
      "–  alert rules of stack: has none",
      "",
      "✘ 1 of 3 checks failed.",
      "",
    ]);
  });

  it("wrap on a terminal, and are the verdict alone with --quiet", () => {
    const narrow = renderResults(verification, { width: 60, colour: false }, "usual");
    for (const line of narrow.split("\n")) assert.ok(line.length <= 60, line);
    const works = { ...verification, results: verification.results.slice(0, 1) };
    assert.equal(renderResults(works, nowhere, "quiet"), "✔ The stack works.\n");
  });
});
