import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { reportedCases } from "./reported-cases";
import { testReported } from "./reported-case";

const kinds = Object.entries(reportedCases);
const all = kinds.flatMap(([, cases]) => cases);

for (const [kind, cases] of kinds) {
  describe(`Reports of the kind ${kind}`, () => {
    testReported(cases);
  });
}

describe("Reported cases", () => {
  it("are at least 150", () => {
    assert.ok(all.length >= 150, String(all.length));
  });

  it("have ids that are unique and in kebab-case", () => {
    const ids = all.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)),
      [],
    );
  });

  it("differ in their stacks", () => {
    const stacks = all.map(({ stack }) =>
      JSON.stringify(stack, (_, value: unknown) => (typeof value === "symbol" ? String(value) : value)),
    );
    assert.deepEqual(
      all.filter((_, index) => stacks.indexOf(stacks[index] ?? "") !== index).map(({ id }) => id),
      [],
    );
  });

  it("name a report by a well-formed address", () => {
    const malformed = all.filter(({ source }) => {
      const { protocol, hostname, pathname, href } = new URL(source);
      return protocol !== "https:" || !hostname.includes(".") || pathname === "/" || href !== source;
    });
    assert.deepEqual(malformed, []);
  });

  it("have a bad stack and a sound neighbour of each kind", () => {
    const lacking = kinds.filter(([, cases]) => new Set(cases.map(({ rules }) => rules.length > 0)).size < 2);
    assert.deepEqual(lacking, []);
  });

  it("cite at least 100 different reports", () => {
    assert.ok(new Set(all.map(({ source }) => source)).size >= 100);
  });
});
