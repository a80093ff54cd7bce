import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { examples } from "./examples";

const root = join(__dirname, "..", "..");
const textOf = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");
const blocksOf = (page: string): readonly string[] =>
  [...page.matchAll(/```(?:ts|js)\n([^]*?)```/g)].map(([, text = ""]) => text);

describe("The examples of the npm package", () => {
  const files = readdirSync(join(root, "test", "package", "examples")).filter((file) => file.endsWith(".ts"));

  it("are what test:package deploys", () => {
    assert.deepEqual(
      files.sort(),
      Object.keys(examples)
        .sort()
        .map((name) => `${name}.ts`),
    );
  });

  it("are those of docs/packages.md, each once", () => {
    const programs = files.map((file) => textOf("test", "package", "examples", file));
    assert.deepEqual([...blocksOf(textOf("docs", "packages.md"))].sort(), programs.sort());
  });

  it("are those of the package's README", () => {
    assert.deepEqual(blocksOf(textOf("library", "README.md")), [
      textOf("test", "package", "examples", "set-secret-connector.ts"),
    ]);
  });

  it("have a licence that is the repository's", () => {
    for (const folder of ["library", "policy"]) assert.equal(textOf(folder, "LICENSE"), textOf("LICENSE"));
  });
});
