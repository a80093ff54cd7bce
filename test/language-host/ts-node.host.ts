import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import ts from "typescript";
import { leastToken, stackConfiguration } from "../stack-configuration";
import { copyProgram, type ProgramCopy } from "../../local/bench/language-host/program-copy";
import { programSources } from "../../local/bench/language-host/program-sources";
import { runProgram, type ProgramRun } from "../../local/bench/language-host/run-program";

/**
 * The program in a project of Pulumi's defaults: `typescript: true`, which compiles with ts-node, checks types, and
 * caches what it compiled, by file.
 */
describe("The program in Pulumi's language host, compiled by ts-node", function () {
  this.timeout(120_000);
  let copy: ProgramCopy;
  let temporaryFiles: string;

  before(async () => {
    copy = await copyProgram();
    temporaryFiles = join(copy.directory, "temporary-files");
    await mkdir(temporaryFiles);
  });

  after(() => copy.remove());

  function run(configuration = stackConfiguration({ tokens: [leastToken] })): Promise<ProgramRun> {
    const runtimeOptions = { typescript: true };
    return runProgram({
      directory: copy.directory,
      configuration,
      runtimeOptions,
      entryPoint: "index.ts",
      temporaryFiles,
    });
  }

  async function registersWorkflows(edits: readonly string[]): Promise<void> {
    const { exitCode, messages, resources } = await run();
    assert.deepEqual([exitCode, ...messages.filter(({ severity }) => severity === "error")], [0]);
    const names = (type: string): readonly string[] =>
      resources.filter((resource) => resource.type === type).map(({ name }) => name);
    assert.deepEqual(names("azure-native:logic:Workflow"), ["set-secret-relay", "refresh-crm-token"]);
    assert.deepEqual([...names("test:edit:Edit")].sort(), [...edits].sort());
  }

  it("registers its resources with a cold cache", () => registersWorkflows([]));

  it("registers its resources with a warm cache", () => registersWorkflows([]));

  it("registers its resources with one file touched, in each folder", async () => {
    const edits: string[] = [];
    for (const [folder, files] of programSources()) {
      await copy.registerAlso(files[0] ?? "", folder);
      edits.push(folder);
      await registersWorkflows(edits);
    }
  }).timeout(600_000);

  it("prints an error in the settings as its message", async () => {
    const { exitCode, messages, peakMegabytes } = await run(stackConfiguration({ identity: "usr" }));
    assert.equal(exitCode, 32);
    assert.match(messages.map(({ text }) => text).join("\n"), /^2 problems in the settings:\n/);
    assert.ok(peakMegabytes < 1000, `${peakMegabytes} MB`);
  });
});

describe("The program's sources", () => {
  it("compile for ES2020, to which Pulumi falls back", () => {
    const { config } = ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path)) as { config: object };
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
    const program = ts.createProgram(["index.ts"], {
      ...options,
      target: ts.ScriptTarget.ES2020,
      lib: ["lib.es2020.d.ts"],
      types: ["node"],
    });
    const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      const text = ts.flattenDiagnosticMessageText(messageText, "\n");
      return `${file?.fileName ?? ""}: ${text}`;
    });
    assert.deepEqual(problems, []);
  }).timeout(120_000);
});
