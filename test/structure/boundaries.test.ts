import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { violations } from "../../structure/boundaries";

describe("Boundaries of folders", () => {
  const rows = [
    { folder: "low", is: "", mayImport: [] },
    { folder: "high", is: "", mayImport: ["low"] },
    { folder: "index.ts", is: "", mayImport: ["high"] },
  ];

  it("name each import that the table does not allow, and no other", () => {
    const graph = new Map([
      ["low/a.ts", ["high/b.ts", "low/c.ts"]],
      ["high/b.ts", ["low/a.ts", "index.ts", "unknown/d.ts"]],
      ["index.ts", ["high/b.ts", "low/a.ts"]],
      ["unknown/d.ts", ["low/a.ts"]],
    ]);
    assert.deepEqual(violations(graph, rows), [
      "low/a.ts -> high/b.ts",
      "high/b.ts -> index.ts",
      "high/b.ts -> unknown/d.ts",
      "index.ts -> low/a.ts",
      "unknown/d.ts -> low/a.ts",
    ]);
  });
});
