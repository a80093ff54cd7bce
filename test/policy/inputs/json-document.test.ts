import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import type { JsonDocument } from "../../../policy/inputs/json-document";
import { readJsonDocument } from "../../../policy/inputs/json-document";

describe("A JSON document", () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "json-test-"));
  });
  after(() => rm(directory, { recursive: true }));

  async function documentOf(text: string): Promise<JsonDocument> {
    const file = join(directory, "document.json");
    await writeFile(file, text);
    return readJsonDocument("--template", file, "Fix it.");
  }

  it("knows the line of the deepest part that a path leads to", async () => {
    const { lineOf } = await documentOf(
      '{\n"resources": [\n{},\n{ "a.b": {\n"c": [\n1,\n2]\n},\n"a": 1 } ],\n"map": {\n"key": {\n"x": 1 } } }',
    );
    assert.deepEqual(
      [
        lineOf("resources[1]"),
        lineOf("resources[1].a.b.c[1]"),
        lineOf("resources[1].a"),
        lineOf("resources[1].a.b.nowhere.c"),
        lineOf("map[key].x"),
        lineOf("nowhere"),
        lineOf("resources[0].x", "resources[1].a.b"),
      ],
      [4, 7, 9, 4, 12, 1, 4],
    );
  });

  it("keeps line breaks within texts, and ignores comments, a byte order mark and commas at the end", async () => {
    const { value, lineOf } = await documentOf('\uFEFF{ // "x\n"a": "1\n2", /* "\n */ "b": "//", "c": "\\"\n", }');
    assert.deepEqual({ ...(value as object) }, { a: "1\n2", b: "//", c: '"\n' });
    assert.deepEqual([lineOf("a"), lineOf("b"), lineOf("c")], [2, 4, 4]);
  });

  it("shows nothing of itself where it is not JSON", async () => {
    await assert.rejects(documentOf('{\n"a": planted }'), (error: Error) => {
      assert.match(error.message, /: it is not JSON, from line 2 on\. Fix it\.$/);
      return !error.message.includes("planted");
    });
  });
});
