import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { cover } from "../../../local/pairwise/cover";
import { contains, tuplesOf, type Choices, type Factors } from "../../../local/pairwise/factors";

/** Every combination, for comparison. */
function everyCombination(factors: Factors): readonly Choices[] {
  return tuplesOf(factors, Object.keys(factors).length);
}

const names = ["a", "b", "c", "d", "e"];
const someFactors: fc.Arbitrary<Factors> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 5 })
  .map((sizes) => Object.fromEntries(sizes.map((size, at) => [names[at] ?? "", ["0", "1", "2", "3"].slice(0, size)])));
/** Factors with choices of two or three of them that must not come together. */
const constrained = someFactors.chain((factors) => {
  const tuples = [...tuplesOf(factors, 2), ...tuplesOf(factors, 3)];
  const maxLength = Math.min(12, tuples.length);
  return fc.record({ factors: fc.constant(factors), excluded: fc.subarray(tuples, { maxLength }) });
});

describe("Combinations that cover", () => {
  it("every pair of three switches are four", () => {
    const factors = { a: ["off", "on"], b: ["off", "on"], c: ["off", "on"] };
    assert.deepEqual(cover({ factors, tuples: tuplesOf(factors, 2) }), [
      { a: "off", b: "off", c: "off" },
      { a: "off", b: "on", c: "on" },
      { a: "on", b: "off", c: "on" },
      { a: "on", b: "on", c: "off" },
    ]);
  });

  it("begin with the one that is given", () => {
    const factors = { a: ["off", "on"], b: ["off", "on"] };
    const first = { a: "on", b: "off" };
    assert.deepEqual(cover({ factors, tuples: tuplesOf(factors, 1), first })[0], first);
  });

  it("are fewer with more attempts", () => {
    const factors = Object.fromEntries("abcdefghij".split("").map((name) => [name, ["0", "1", "2"]]));
    const count = (attempts: number) => cover({ factors, tuples: tuplesOf(factors, 2), attempts }).length;
    assert.ok(count(60) < count(1), `${count(60)} and ${count(1)}`);
  });

  for (const size of [1, 2, 3]) {
    it(`every ${size} choices that the exclusions allow have each, and nothing that is excluded`, () => {
      fc.assert(
        fc.property(constrained, ({ factors, excluded }) => {
          const tuples = tuplesOf(factors, size);
          const covering = cover({ factors, tuples, excluded });
          const allowed = everyCombination(factors).filter((all) => !excluded.some((part) => contains(all, part)));
          for (const combination of covering) {
            assert.ok(allowed.some((all) => contains(all, combination) && contains(combination, all)));
          }
          for (const tuple of tuples) {
            const has = (combinations: readonly Choices[]) => combinations.some((all) => contains(all, tuple));
            assert.equal(has(covering), has(allowed), JSON.stringify({ tuple, excluded }));
          }
        }),
        { numRuns: 50 },
      );
    });
  }
});
