import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { inventedTokens, publishedAnswers } from "./token-answers";

const credential = /"(access_token|refresh_token|id_token|client_secret)"\s*:\s*"([^"]+)"/g;

describe("The published answers of token endpoints", () => {
  it("are at least 60, of at least 15 providers, each with an id of its own", () => {
    assert.ok(publishedAnswers.length >= 60, String(publishedAnswers.length));
    assert.ok(new Set(publishedAnswers.map(({ provider }) => provider)).size >= 15);
    assert.equal(new Set(publishedAnswers.map(({ id }) => id)).size, publishedAnswers.length);
  });

  it("are bodies that a source shows in two of five cases or more", () => {
    const literal = publishedAnswers.filter(({ certainty }) => certainty === "literal");
    assert.ok(literal.length >= publishedAnswers.length * 0.4, `${literal.length} of ${publishedAnswers.length}`);
  });

  it("contain no token of anybody: only invented ones, and sentences in their place", () => {
    const invented: readonly string[] = Object.values(inventedTokens);
    const values = publishedAnswers.flatMap(({ body }) => [...body.matchAll(credential)].map(([, , value]) => value));
    assert.ok(values.length > 50);
    assert.deepEqual(
      values.filter((value = "") => !invented.includes(value) && !value.startsWith("error: ")),
      [],
    );
    for (const { id, body } of publishedAnswers) assert.doesNotMatch(body, /\beyJ[\w-]{10}|\bghu_|\bxox[a-z]-/, id);
  });

  it("are of the kind that their file says", () => {
    const failures = publishedAnswers.filter(({ kind }) => kind.startsWith("refused-") || kind === "passing-errors");
    assert.deepEqual(
      failures.filter(({ status }) => status < 400).map(({ id }) => id),
      [],
    );
    const others = publishedAnswers.filter(({ kind }) =>
      ["successes", "lifetimes", "errors-with-status-200"].includes(kind),
    );
    assert.deepEqual(
      others.filter(({ status }) => status !== 200).map(({ id }) => id),
      [],
    );
  });
});
