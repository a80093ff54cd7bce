import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { chapters, renderCatalogue } from "../../../policy/catalogue";
import { catalogue } from "../../../policy/command-line/check";

const root = join(__dirname, "..", "..", "..");
const examples = join(root, "policy", "catalogue", "examples");
const docs = join(root, "docs", "policy");

describe("docs/policy/rules.md and docs/policy/rules", () => {
  const pages = renderCatalogue(chapters, examples);

  it("are what the rules say (written by npm run policies)", () => {
    for (const [file, text] of pages) assert.equal(readFileSync(join(docs, file), "utf8"), text, file);
    const written = readdirSync(join(docs, "rules")).map((file) => `rules/${file}`);
    assert.deepEqual(["rules.md", ...written].sort(), [...pages.keys()].sort());
  });

  it("have every rule once, in the index and in its chapter, in which nothing is missing", () => {
    const index = pages.get("rules.md") ?? "";
    const listed = [...index.matchAll(/^- \[([\w-]+)\]\((rules\/\w+\.md)#\1\) \((\w+)\): \S/gm)];
    const described = chapters.flatMap(({ subject, rules }) =>
      rules.map(({ id, level }) => [id, `rules/${subject}.md`, level]),
    );
    assert.deepEqual(
      listed.map(([, ...entry]) => entry),
      described,
    );
    assert.deepEqual(described.map(([id]) => id).sort(), catalogue.map(({ id }) => id).sort());
    for (const { subject, rules } of chapters) {
      const sections = (pages.get(`rules/${subject}.md`) ?? "").split(/^## /m).slice(1);
      assert.deepEqual(
        sections.map((section) => section.split("\n")[0]),
        rules.map(({ id }) => id),
      );
      for (const section of sections) {
        assert.match(
          section,
          /^[a-z-]+\n\n\S.{20,}\n\n- Level: (?:mandatory|advisory)\. \S.{20,}\n- How to fix: \S.{10,}\n- Reference: <https:\/\/\S+>\n- Configuration:/,
        );
      }
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
    const chapter = { subject: "a", title: "A", rules: [{ ...rule, configuration }] };
    assert.ok(
      renderCatalogue([chapter], examples)
        .get("rules/a.md")
        ?.endsWith(
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
