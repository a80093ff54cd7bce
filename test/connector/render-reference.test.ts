import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { renderReference } from "../../connector/render-reference";

const reference = readFileSync(join(__dirname, "..", "..", "docs", "connector.md"), "utf8");

/** The first cells of the rows of the table below a line. */
function firstCells(after: string): string[] {
  const [, rest = ""] = reference.split(after);
  const [table = ""] = rest.split("<!-- prettier-ignore-end -->");
  return [...table.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell = ""]) => cell).slice(2);
}

describe("docs/connector.md", () => {
  it("is what the connector's document and the relay say (written by npm run reference)", () => {
    assert.equal(reference, renderReference());
  });

  it("has every parameter, with the name first", () => {
    assert.deepEqual(firstCells("## What it takes"), [
      "`secret-name`",
      "`value`",
      "`contentType`",
      "`tags`",
      "`attributes.enabled`",
      "`attributes.nbf`",
      "`attributes.exp`",
    ]);
  });

  it("has every property of the answer, and no value among them", () => {
    assert.deepEqual(firstCells("**The value is never repeated.**"), [
      "`id`",
      "`contentType`",
      "`attributes.enabled`",
      "`attributes.nbf`",
      "`attributes.exp`",
      "`attributes.created`",
      "`attributes.updated`",
      "`tags`",
    ]);
  });

  it("has the codes of the relay's own that its answers have", () => {
    assert.match(reference, /^\| 403 \| `SecretNameNotAllowed` \|/m);
    assert.match(reference, /^\| 504 \| `NoAnswerFromKeyVault` \|/m);
  });
});
