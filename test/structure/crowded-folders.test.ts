import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { crowdedFolders } from "../../structure/crowded-folders";

const filesIn = (folder: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${folder}${index}.ts`);

describe("Crowded folders", () => {
  it("have more than 20 files side by side, the root included", () => {
    assert.deepEqual(crowdedFolders([...filesIn("", 21), ...filesIn("a/", 20), ...filesIn("a/b/", 22)]), [
      ". (21)",
      "a/b (22)",
    ]);
  });

  it("are none where the files are in folders below", () => {
    assert.deepEqual(crowdedFolders([...filesIn("a/", 20), ...filesIn("a/b/", 20), ...filesIn("a/c/", 20)]), []);
  });
});
