import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { exportFiles } from "../../../cli/export/export-files";
import { createCommand, withDetail } from "../../../cli/command-line/create-command";
import { executeCommand, exitCodes } from "../../../cli/command-line/run-command";
import { ControlledClock } from "../../../emulator/clock";
import { nodeProblem } from "../../../language-host/supported-node.cjs";
import { prepareOutputDirectory } from "../../../local/run/output-directory";
import { deployProgram } from "../../../local/stack/deploy-program";
import { project } from "../../../local/stack/project";
import { readStackFile } from "../../../local/stack/stack-file";
import { catalogue, check, reportOn } from "../../../policy/command-line/check";
import { compareWith } from "../../../policy/command-line/compare";
import { readPackConfiguration } from "../../../policy/command-line/read-pack-configuration";
import { parseStack } from "../../../policy/inputs";
import { readDeployedStack } from "../../../verify/stack/deployed-stack";
import { readExportedStack } from "../../../verify/stack/export-stack";
import { commandLines, exportedStacks, policyFiles, statesToExport } from "./other-slips";
import type { Slip } from "./slip";
import { stackFiles } from "./stack-file-slips";

/** Stands for an option that npm took. */
const forgotten = "npm_config_config=true";

describe("A slip gives one clear message", () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "slips-"));
  });
  after(() => rm(directory, { recursive: true, force: true }));

  async function messageOf(act: () => unknown): Promise<string> {
    const error: unknown = await Promise.resolve()
      .then(act)
      .then(
        () => undefined,
        (reason: unknown) => reason,
      );
    assert.ok(error instanceof Error, "nothing was refused");
    assert.ok(!["TypeError", "Error"].includes(error.name), String(error.stack));
    return error.message.replaceAll(directory, "DIR");
  }
  async function fileOf(name: string, content: Slip[1]): Promise<string> {
    const file = join(directory, name);
    await writeFile(file, content);
    return file;
  }
  const table = (slips: readonly Slip[], act: (input: Slip[1], what: string) => unknown): void => {
    for (const [what, input, message] of slips) {
      it(what, async () => {
        assert.equal(await messageOf(() => act(input, what)), message);
      });
    }
  };

  describe("in a stack file:", () => {
    table(stackFiles, async (content) => {
      const configuration = await readStackFile(await fileOf("Pulumi.dev.yaml", content), project);
      const clock = new ControlledClock(new Date("2026-11-29T12:00:00Z"));
      await deployProgram({ configuration, stack: "dev", clock, progress: () => undefined, preview: true });
    });
  });

  describe("in a file for npm run policy:", () => {
    table(policyFiles, async (content, what) => {
      const file = await fileOf("input.json", content);
      const never = (): never => assert.fail("no program is needed");
      const [option = ""] = what.split(" ");
      if (option === "--policy-config") return readPackConfiguration(file, catalogue);
      if (option === "--against") return compareWith(file, reportOn(parseStack([])), {});
      if (option === "--parameters") {
        const template = await fileOf("template.json", JSON.stringify({ resources: [{ type: "a/b" }] }));
        return check({ kind: "template", file: template, parameters: file }, never);
      }
      return check({ kind: option.slice(2) as "state", file }, never);
    });
  });

  describe("in an exported stack for npm run verify:", () => {
    table(exportedStacks, async (content) =>
      readDeployedStack(await readExportedStack(await fileOf("stack.json", content))),
    );
  });

  describe("in a state for npm run export:", () => {
    table(statesToExport, async (content) =>
      exportFiles({
        target: "openapi",
        state: await fileOf("state.json", content),
        out: join(directory, "exported"),
        root: process.cwd(),
      }),
    );
  });

  describe("on the command line:", () => {
    table(commandLines, async (line) => {
      let shown = "";
      const command = withDetail(createCommand("npm start", "Example.", "0"))
        .option("--json", "one document")
        .option("--config <file>", "a file")
        .configureOutput({ writeErr: (text) => (shown += text) });
      const words = String(line).split(" ");
      const taken: NodeJS.ProcessEnv = words.includes(forgotten) ? { npm_config_config: "true" } : {};
      const args = words.filter((word) => word !== "" && word !== forgotten);
      const run = () => Promise.resolve(exitCodes.succeeded);
      assert.equal(await executeCommand(command, run, ["node", "start.ts", ...args], taken), exitCodes.unusable);
      throw new RangeError(shown.trimEnd());
    });
  });

  describe("with --record:", () => {
    const form = "Give a new or an empty directory.";
    for (const [what, prepare, message] of [
      [
        "to a folder with files",
        async (place: string) => {
          await mkdir(place);
          await writeFile(join(place, "a"), "");
        },
        `it has files in it already. ${form}`,
      ],
      ["to a file", (place: string) => writeFile(place, ""), `it is a file, or below one. ${form}`],
      [
        "below a folder without rights",
        async (place: string) => {
          await mkdir(place);
          await chmod(place, 0o500);
        },
        `it cannot be written to. ${form}`,
      ],
    ] as const) {
      it(what, async function () {
        // The superuser may write anywhere.
        if (what.endsWith("without rights") && process.getuid?.() === 0) return;
        const place = join(directory, what.replaceAll(" ", "-"));
        await prepare(place);
        assert.equal(
          await messageOf(() => prepareOutputDirectory("--record", place)),
          `--record DIR/${what.replaceAll(" ", "-")}: ${message}`,
        );
      });
    }
  });

  for (const [version, message] of [
    ["18.20.8", "Node.js 18.20.8 is too old. Install Node.js 20.19 or newer: https://nodejs.org"],
    ["20.18.3", "Node.js 20.18.3 is too old. Install Node.js 20.19 or newer: https://nodejs.org"],
    ["20.19.0", undefined],
    ["22.3.0", undefined],
  ] as const) {
    it(`with Node.js ${version}: ${message ?? "none"}`, () => {
      assert.equal(nodeProblem(version), message);
    });
  }
});
