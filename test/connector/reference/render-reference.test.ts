import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { renderReference } from "../../../connector/reference/render-reference";

const reference = readFileSync(join(__dirname, "..", "..", "..", "docs", "connector.md"), "utf8");

/** The first cells of the rows of the table below a line. */
function firstCells(after: string): string[] {
  const [, rest = ""] = reference.split(after);
  const [table = ""] = rest.split("<!-- prettier-ignore-end -->");
  return [...table.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell = ""]) => cell).slice(2);
}

describe("docs/connector.md", () => {
  it("is rendered from the connector's document and the relay (by npm run reference)", () => {
    assert.equal(reference, renderReference());
  });

  it("has every parameter, with the name first", () => {
    assert.deepEqual(firstCells("## Parameters"), [
      "`secret-name`",
      "`value`",
      "`contentType`",
      "`tags`",
      "`attributes.enabled`",
      "`attributes.nbf`",
      "`attributes.exp`",
    ]);
  });

  it("has every property of the response, without the value", () => {
    assert.deepEqual(firstCells("**It never contains the value.**"), [
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

  it("has the relay's own error codes", () => {
    assert.match(reference, /^\| 403 \| `SecretNameNotAllowed` \|/m);
    assert.match(reference, /^\| 504 \| `NoAnswerFromKeyVault` \|/m);
  });

  it("describes the retries of the deployed relay: one request of at most 60 s", () => {
    assert.match(
      reference,
      /^\| Requests per call \| one \| one of at most 60 s; the action's own retry policy repeats the call \|$/m,
    );
    assert.equal(reference.match(/The relay does not retry; the action's own retry policy does\./g)?.length, 2);
  });
});
