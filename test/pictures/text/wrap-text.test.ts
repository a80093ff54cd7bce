import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { plainText } from "../../../pictures/text/plain-text";
import { textWidth, wrapText } from "../../../pictures/text/wrap-text";

const font = { size: 10 };

describe("A name on a picture", () => {
  it("breaks after an underscore, a space, a hyphen or a slash", () => {
    assert.deepEqual(wrapText("Get_client secret-of/somebody", font, 60, 9), ["Get_client", "secret-of/", "somebody"]);
  });

  it("breaks anywhere where it must, and between characters as they are seen", () => {
    assert.deepEqual(wrapText("xxxxxxx", font, 20, 9), ["xxx", "xxx", "x"]);
    assert.deepEqual(wrapText("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", font, 25, 9), ["👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧"]);
  });

  it("ends in an ellipsis where there is no room for more lines", () => {
    assert.deepEqual(wrapText("one two three four", font, 45, 2), ["one two", "three…"]);
  });

  it("has no line if it is empty", () => {
    assert.deepEqual(wrapText("", font, 50, 3), []);
    assert.deepEqual(wrapText("  ", font, 50, 3), []);
  });

  it("loses nothing but white space, and fits, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        const lines = wrapText(text, font, 60, Infinity);
        assert.equal(lines.join("").replaceAll(/\s/g, ""), text.replaceAll(/\s/g, ""));
        for (const line of lines) assert.ok(textWidth(line, font) <= 60);
      }),
    );
  });
});

describe("Text of any author", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["stays on its line", "a\r\n\tb\u2028c", "a b c"],
    ["cannot turn the direction of writing", "a\u202eb\u2066c\u200fd", "abcd"],
    ["keeps letters and emoji that are joined", "👩‍👩‍👧 می‌خواهم", "👩‍👩‍👧 می‌خواهم"],
    ["has a replacement for what no document may have", "a\ud800b\uffffc", "a\ufffdb\ufffdc"],
  ];
  for (const [claim, text, expected] of cases) {
    it(claim, () => {
      assert.equal(plainText(text), expected);
    });
  }
});
