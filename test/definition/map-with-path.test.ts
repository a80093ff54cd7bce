import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { mapWithPath } from "../../definition";

describe("mapWithPath", () => {
  it("replaces parts by their place, and copies the others", () => {
    const value = JSON.parse('{ "a": [1, { "b": 2 }], "__proto__": 3, "c": null }') as unknown;
    const seen: string[] = [];
    const copy = mapWithPath(value, (part, path, descend) => {
      seen.push(path.join("."));
      return path.join(".") === "a.1.b" ? "two" : descend(part);
    });
    assert.equal(JSON.stringify(copy), '{"a":[1,{"b":"two"}],"__proto__":3,"c":null}');
    assert.deepEqual(seen, ["", "a", "a.0", "a.1", "a.1.b", "__proto__", "c"]);
  });

  it("begins with the path around the value", () => {
    const paths: string[] = [];
    mapWithPath([1], (part, path, descend) => (paths.push(path.join(".")), descend(part)), ["a", 0]);
    assert.deepEqual(paths, ["a.0", "a.0.0"]);
  });
});
