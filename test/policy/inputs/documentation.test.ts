import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import type { Input } from "../../../policy/command-line/check";
import { check } from "../../../policy/command-line/check";

const root = join(__dirname, "..", "..", "..");
const page = readFileSync(join(root, "docs", "policy", "inputs.md"), "utf8");
const commands = [...page.matchAll(/^npm run policy -- (.+)$/gm)].map(([, options = ""]) => options.split(" "));

function inputOf(options: readonly string[]): Input {
  const value = (name: string): string | undefined => {
    const at = options.indexOf(name);
    return at === -1 ? undefined : join(root, options[at + 1] ?? "");
  };
  const [template, parameters, project] = ["--template", "--parameters", "--workflow-project"].map(value);
  if (project !== undefined) return { kind: "workflow-project", file: project };
  return { kind: "template", file: template ?? "", ...(parameters === undefined ? {} : { parameters }) };
}

describe("docs/policy/inputs.md", () => {
  it("has commands on the examples that find nothing mandatory", async () => {
    assert.equal(commands.length, 3);
    for (const options of commands) {
      const { findings, resources } = await check(inputOf(options), () => Promise.reject(new Error("no program")));
      assert.ok(resources > 0, options.join(" "));
      assert.deepEqual(
        findings.filter(({ level }) => level === "mandatory"),
        [],
        options.join(" "),
      );
    }
  });
});
