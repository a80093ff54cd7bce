import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { cyclesOfFiles, cyclesOfFolders } from "../../structure/find-cycles";

const graph = (imports: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(imports));

describe("Cycles of imports", () => {
  it("are none where every import leads one way", () => {
    const oneWay = graph({ "a/x.ts": ["a/y.ts", "b/z.ts"], "a/y.ts": ["b/z.ts"], "b/z.ts": [] });
    assert.deepEqual(cyclesOfFiles(oneWay), []);
    assert.deepEqual(cyclesOfFolders(oneWay), []);
  });

  it("of files are found from the first file that closes them, however long they are", () => {
    const files = graph({ "a.ts": ["b.ts"], "b.ts": ["c.ts"], "c.ts": ["b.ts"], "d.ts": ["d.ts"] });
    assert.deepEqual(cyclesOfFiles(files), [["b.ts", "c.ts"], ["d.ts"]]);
  });

  it("of folders are found where no file takes part in one", () => {
    const folders = graph({ "a/x.ts": ["b/y.ts"], "b/z.ts": ["a/w.ts"], "b/y.ts": [], "a/w.ts": [] });
    assert.deepEqual(cyclesOfFiles(folders), []);
    assert.deepEqual(cyclesOfFolders(folders), [["a", "b"]]);
  });

  it("of folders are found inside a folder, and between a folder and a file beside it", () => {
    const inside = graph({
      "a/b/x.ts": ["a/c/y.ts"],
      "a/c/z.ts": ["a/b/x.ts"],
      "a/index.ts": ["a/d/v.ts"],
      "a/d/w.ts": ["a/index.ts"],
    });
    assert.deepEqual(cyclesOfFolders(inside), [
      ["a/b", "a/c"],
      ["a/index.ts", "a/d"],
    ]);
  });

  it("of folders are none where a folder uses a file beside it that does not use it", () => {
    assert.deepEqual(cyclesOfFolders(graph({ "a/b/x.ts": ["a/y.ts"], "a/z.ts": ["a/b/x.ts"], "a/y.ts": [] })), []);
  });
});
