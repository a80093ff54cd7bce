import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { literalText } from "../../../definition/building";
import { parseTemplate } from "../../../definition/expressions";

describe("literalText", () => {
  for (const text of [
    "plain",
    "a@b.example",
    "@",
    "@@",
    "@x()",
    "@{x}",
    "a @{x} b",
    "a@@{x}",
    "@a @{x}",
    "@@{x}",
    "",
  ]) {
    it(`is read as the text itself: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(parseTemplate(literalText(text)), { kind: "text", text });
    });
  }
});
