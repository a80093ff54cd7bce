import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { asObject } from "../../../definition";
import { chapters, readExamples, readExampleStack } from "../../../policy/catalogue";
import { reportOn } from "../../../policy/command-line/check";
import type { Stack } from "../../../policy/model";
import type { Finding } from "../../../policy/rule/rule";
import { rules } from "../../../policy/rules";
import { exampleStack } from "./example-stack";

const folder = join(__dirname, "..", "..", "..", "policy", "catalogue", "examples");
const stack = readExampleStack(folder);

/** Findings as the examples declare them. */
function found({ findings }: { readonly findings: readonly Finding[] }): readonly object[] {
  return findings
    .filter(({ rule }) => rule !== "undecided-places")
    .map(({ rule, level, urn, path, message }) => ({
      rule,
      level,
      resource: urn?.split("::").at(-1) ?? "stack",
      path,
      message,
    }));
}

/** Names along a path: `paths["/a.b"].put.items[0]` is `paths`, `/a.b`, `put`, `items`, `0`. */
function segments(path: string): readonly string[] {
  return [...path.matchAll(/\["([^"]+)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, quoted, index, name]) => quoted ?? index ?? name ?? "",
  );
}

/** How many names of a path lead somewhere in the resource, or in the outputs of the stack. */
function resolvable({ resources, plainOutputs }: Stack, { urn, path = "" }: Finding): number {
  let place: unknown =
    urn === undefined ? { outputs: plainOutputs } : resources.find((resource) => resource.urn === urn)?.properties;
  let count = 0;
  for (const name of segments(path)) {
    place = Array.isArray(place) ? (place as unknown[])[Number(name)] : asObject(place)[name];
    if (place === undefined) break;
    count += 1;
  }
  return count;
}

describe("The examples of the policies", () => {
  it("change a stack in which no rule finds anything", () => {
    assert.deepEqual(reportOn(exampleStack(stack, "{}")).findings, []);
  });

  it("are there for every rule on stacks, and for nothing else", () => {
    const described = chapters.flatMap(({ subject, rules: own }) =>
      own.filter(({ id }) => readExamples(folder, subject, id) !== undefined).map(({ id }) => id),
    );
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    assert.deepEqual(
      files.map(({ name }) => name).sort(),
      [...described.map((id) => `${id}.yaml`), "stack.yaml"].sort(),
    );
    assert.deepEqual(
      rules.map(({ id }) => id).filter((id) => !described.includes(id)),
      [],
    );
  });

  for (const { subject, rules: own } of chapters) {
    for (const { id, level } of own) {
      const examples = readExamples(folder, subject, id);
      if (examples === undefined) continue;
      const { findings, bad, good } = examples;

      it(`${id}: finds in the bad one exactly what they say, and nothing in the good one`, () => {
        assert.ok(findings.length > 0);
        assert.deepEqual(
          found(reportOn(exampleStack(stack, bad))),
          findings.map((finding) => ({ rule: id, level, ...finding })),
        );
        assert.deepEqual(reportOn(exampleStack(stack, good)).findings, []);
      });

      it(`${id}: says which property to change or to add`, () => {
        const changed = exampleStack(stack, bad);
        for (const finding of reportOn(changed).findings.filter(({ rule }) => rule === id)) {
          // The type is what is wrong with a resource that no rule reads.
          if (finding.path === "type") continue;
          const missing = segments(finding.path ?? "").length - resolvable(changed, finding);
          assert.ok(finding.path !== undefined && finding.path !== "");
          assert.ok(missing <= 2, `${finding.path}: ${missing} of its names lead nowhere`);
        }
      });
    }
  }
});
