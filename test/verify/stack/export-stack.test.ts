import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { exportStack, readExportedStack } from "../../../verify/stack/export-stack";

describe("Exporting a stack", () => {
  it("asks the Pulumi CLI for the stack that is named, or the one selected", async () => {
    const asked: string[] = [];
    const run = (args: readonly string[]) => {
      asked.push(args.join(" "));
      return Promise.resolve('{"version":3}');
    };
    assert.deepEqual(await exportStack("org/project/dev", run), { version: 3 });
    await exportStack(undefined, run);
    assert.deepEqual(asked, ["stack export --stack org/project/dev", "stack export"]);
  });

  it("passes on no name that could be an option or a command", async () => {
    const run = () => Promise.reject(new Error("was run"));
    for (const name of ["a; rm -rf /", "$(id)", "", "a/b/c/d"]) {
      await assert.rejects(exportStack(name, run), { name: "StackError", message: /is not a valid stack name/ });
    }
  });

  it("says what answered no JSON, and what cannot be read", async () => {
    await assert.rejects(
      exportStack("dev", () => Promise.resolve("oops")),
      { message: /^'pulumi stack export --stack dev' is not JSON/ },
    );
    await assert.rejects(readExportedStack("/nowhere/state.json"), {
      message: "--state /nowhere/state.json: there is no such file.",
    });
    await assert.rejects(readExportedStack("README.md"), { message: /^--state README.md is not JSON/ });
  });
});
