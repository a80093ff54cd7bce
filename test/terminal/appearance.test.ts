import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { appearanceOn, createPage, hasColours } from "../../terminal";

const terminal = { isTTY: true, columns: 72 };
// A pipe and a file have no isTTY at all.
const pipe = {};

describe("the appearance of a text", () => {
  it("is as wide as the terminal, and of any width elsewhere", () => {
    assert.equal(appearanceOn(terminal).width, 72);
    assert.equal(appearanceOn(pipe).width, Number.POSITIVE_INFINITY);
    assert.equal(appearanceOn({ columns: 72 }).width, Number.POSITIVE_INFINITY);
  });

  it("is never narrower than 60 columns, as a terminal without a size has 0", () => {
    assert.deepEqual(
      [0, 59, 60, 61].map((width) => createPage({ width, colour: false }).width),
      [60, 60, 60, 61],
    );
  });

  it("has colours on a terminal, and neither in a pipe nor on a terminal that has none", () => {
    assert.equal(hasColours(terminal, { TERM: "xterm" }), true);
    assert.equal(hasColours(terminal, {}), true);
    assert.equal(hasColours(terminal, { TERM: "dumb" }), false);
    assert.equal(hasColours(pipe, { TERM: "xterm" }), false);
  });

  it("has none in a pipe of a pipeline, which only says that it is one", () => {
    const environment = { CI: "true", TERM: "xterm" };
    assert.equal(hasColours(pipe, environment), false);
  });

  it("has the colours that NO_COLOR and FORCE_COLOR ask for, unless they are empty", () => {
    const cases = [
      [terminal, { NO_COLOR: "1" }, false],
      [terminal, { NO_COLOR: "" }, true],
      [terminal, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
      [terminal, { FORCE_COLOR: "0" }, false],
      [terminal, { FORCE_COLOR: "false" }, false],
      [pipe, { FORCE_COLOR: "1" }, true],
      [pipe, { FORCE_COLOR: "" }, false],
    ] as const;
    for (const [output, environment, expected] of cases) {
      assert.equal(hasColours(output, environment), expected, JSON.stringify(environment));
    }
  });

  it("paints only where it has colours", () => {
    assert.equal(createPage({ width: 80, colour: false }).colours.red("no"), "no");
    assert.equal(createPage({ width: 80, colour: true }).colours.red("no"), "\u001B[31mno\u001B[39m");
  });
});
