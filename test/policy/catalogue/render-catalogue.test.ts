import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { renderCatalogue } from "../../../policy/catalogue";
import { catalogue } from "../../../policy/command-line/check";
import { rules } from "../../../policy/rules";

const documentation = readFileSync(join(__dirname, "..", "..", "..", "docs", "policies.md"), "utf8");

describe("docs/policies.md", () => {
  it("is what the rules say (written by npm run policies)", () => {
    assert.equal(documentation, renderCatalogue(catalogue));
  });

  it("has a chapter for every rule, in which nothing is missing", () => {
    const chapters = documentation.split(/^## /m).slice(1);
    assert.deepEqual(
      chapters.map((chapter) => chapter.split("\n")[0]),
      catalogue.map(({ id }) => id),
    );
    assert.ok(rules.length > 0 && rules.every((rule) => catalogue.includes(rule)));
    for (const chapter of chapters) {
      assert.match(
        chapter,
        /^[a-z-]+\n\n\S.{20,}\n\n- Level: (?:mandatory|advisory)\n- How to fix: \S.{10,}\n- Reference: <https:\/\/\S+>\n- Configuration:/,
      );
    }
  });
});

describe("The catalogue", () => {
  it("describes each setting with its kind, its default and what it does", () => {
    const [rule] = catalogue;
    assert.ok(rule !== undefined);
    const configuration = {
      schema: {
        type: "object",
        properties: {
          names: { type: "array", items: { type: "string" }, description: "Names; * stands for any." },
          strict: { type: "boolean", description: "Whether it is." },
        },
      },
      defaults: { strict: false },
    };
    assert.ok(
      renderCatalogue([{ ...rule, configuration }]).endsWith(
        "- Configuration:\n" +
          "  - `names` (array of string, no default): Names; \\* stands for any.\n" +
          "  - `strict` (boolean, default `false`): Whether it is.\n",
      ),
    );
  });
});

describe("Every rule", () => {
  it("has a configuration of its own whose defaults its schema allows, and whose properties it describes", () => {
    for (const { id, configuration } of catalogue) {
      const { properties } = configuration.schema as { properties: Record<string, { description?: unknown }> };
      for (const name of Object.keys(configuration.defaults)) assert.ok(name in properties, `${id}: ${name}`);
      for (const [name, { description }] of Object.entries(properties)) {
        assert.equal(typeof description, "string", `${id}: ${name}`);
      }
    }
  });

  it("has an id that no other has", () => {
    assert.equal(new Set(catalogue.map(({ id }) => id)).size, catalogue.length);
  });
});
