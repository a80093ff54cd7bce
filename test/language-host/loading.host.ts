import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { leastRefreshToken, leastToken, stackConfiguration } from "../stack-configuration";
import { copyProgram, type ProgramCopy } from "../../local/bench/language-host/program-copy";
import { programSources } from "../../local/bench/language-host/program-sources";
import type { ProgramRun } from "../../local/bench/language-host/run-program";
import { runProgram } from "../../local/bench/language-host/run-program";

const configuration = stackConfiguration({ tokens: [leastToken, leastRefreshToken] }, { location: "westeurope" });

/** What a run registered, as `type name`, sorted. */
function registered({ resources }: ProgramRun): readonly string[] {
  return resources.map(({ type, name }) => `${type} ${name}`).sort();
}

function assertSucceeded({ exitCode, messages, output }: ProgramRun): void {
  const problems = messages.filter(({ severity }) => severity !== "info");
  assert.deepEqual({ exitCode, problems, output }, { exitCode: 0, problems: [], output: "" });
}

describe("The program in Pulumi's language host", function () {
  this.timeout(60_000);
  let copy: ProgramCopy;

  beforeEach(async () => {
    copy = await copyProgram();
  });

  afterEach(() => copy.remove());

  for (const dryRun of [true, false]) {
    it(`registers its resources, cold, in ${dryRun ? "a preview" : "an update"}`, async () => {
      const run = await runProgram({ directory: copy.directory, configuration, dryRun });
      assertSucceeded(run);
      const azure = registered(run).filter((resource) => resource.startsWith("azure-native:logic:"));
      assert.deepEqual(azure, [
        "azure-native:logic:Workflow refresh-crm-token",
        "azure-native:logic:Workflow refresh-erp-token",
        "azure-native:logic:Workflow set-secret-relay",
      ]);
      // Cold, it takes about 1 s and 200 MB on an idle machine (npm run bench:program); with type checks, 750 MB.
      assert.ok(run.peakMegabytes < 300, `${run.peakMegabytes} MB`);
    });
  }

  it("runs the sources as they are, with one file of each folder edited and nothing built", async () => {
    const before = registered(await runProgram({ directory: copy.directory, configuration }));
    const folders = programSources();
    for (const [folder, files] of folders) await copy.registerAlso(files[0] ?? "", folder);
    const after = await runProgram({ directory: copy.directory, configuration });
    assertSucceeded(after);
    const edits = [...folders.keys()].map((folder) => `test:edit:Edit ${folder}`);
    assert.deepEqual(registered(after), [...before, ...edits].sort());
  });

  it("loads what the SDK serializes functions with only where a program does so", async () => {
    const print = (code: string): Promise<void> =>
      copy.replace("index.ts", "makeErrorsInspectable();", `makeErrorsInspectable(); ${code}`);
    const loaded = `["typescript/lib/typescript.js", "@npmcli/arborist/lib/node.js"]
      .filter((file) => Object.keys(require.cache).some((path) => path.endsWith(file)))`;
    await print(`process.on("exit", () => console.log(${loaded}.join()));`);
    const without = await runProgram({ directory: copy.directory, configuration });
    assert.deepEqual({ exitCode: without.exitCode, output: without.output }, { exitCode: 0, output: "\n" });
    await print(`
      void require("@pulumi/pulumi").runtime.serializeFunction(() => "serialized")
        .then(({ text }) => console.log(text.includes('() => "serialized"')));`);
    const withFunction = await runProgram({ directory: copy.directory, configuration });
    assert.deepEqual(
      { exitCode: withFunction.exitCode, output: withFunction.output },
      { exitCode: 0, output: "true\ntypescript/lib/typescript.js\n" },
    );
  });

  it("runs without the packages of development", async () => {
    const { dependencies, devDependencies } = (await import("../../package.json")).default;
    assert.deepEqual(
      Object.keys(dependencies).filter((name) => name in devDependencies),
      [],
    );
    for (const name of ["esbuild", "source-map-support"]) assert.ok(name in dependencies, name);
  });
});
