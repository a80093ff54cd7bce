import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compareParts } from "../../../local/live/page-update";

const [one, two] = [
  { id: "one", html: "<p>1</p>" },
  { id: "two", html: "<p>2</p>" },
];

describe("What changed on the live page", () => {
  it("is everything, for a tab that was sent nothing, containers without elements too", () => {
    assert.deepEqual(compareParts({}, { runs: [two, one], faults: [] }), {
      containers: { runs: ["two", "one"], faults: [] },
      elements: { one: one.html, two: two.html },
    });
  });

  it("is nothing, where everything is as it was", () => {
    assert.equal(compareParts({ runs: [two, one], faults: [] }, { runs: [two, one], faults: [] }), undefined);
  });

  it("is each changed and each new element, with the order of its container", () => {
    const three = { id: "three", html: "<p>3</p>" };
    const changed = { id: "one", html: "<p>1!</p>" };
    assert.deepEqual(compareParts({ runs: [two, one], faults: [] }, { runs: [three, two, changed], faults: [] }), {
      containers: { runs: ["three", "two", "one"] },
      elements: { three: three.html, one: changed.html },
    });
  });

  it("is the order alone, where elements are gone or moved", () => {
    assert.deepEqual(compareParts({ runs: [two, one] }, { runs: [one] }), {
      containers: { runs: ["one"] },
      elements: {},
    });
    assert.deepEqual(compareParts({ runs: [two, one] }, { runs: [one, two] }), {
      containers: { runs: ["one", "two"] },
      elements: {},
    });
  });
});
