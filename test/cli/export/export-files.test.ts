import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { exportFiles, type ExportOptions } from "../../../cli/export/export-files";
import { writeFiles } from "../../../cli/export/write-files";

const state = "test/example-stack/state.json";

describe("Exporting files", () => {
  let directory: string;
  let out: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "export-files-"));
    out = join(directory, "new", "files");
  });
  afterEach(() => rm(directory, { recursive: true }));

  const exported = (options: Partial<ExportOptions>): Promise<string> =>
    exportFiles({ target: "power-platform", state, out, root: process.cwd(), ...options });
  async function messageOf(options: Partial<ExportOptions>): Promise<string> {
    const error: unknown = await exported(options).catch((reason: unknown) => reason);
    assert.ok(error instanceof Error && error.name === "ExportError", String(error));
    return error.message.replaceAll(directory, "DIR");
  }

  it("creates the directory, and tells what it wrote, what to know and what is next", async () => {
    assert.equal(
      (await exported({})).replaceAll(directory, "DIR"),
      [
        "Wrote 4 files for power-platform to DIR/new/files, from the stack logicapp-keyvault-secrets/engine:",
        "  apiDefinition.swagger.json",
        "  apiProperties.json",
        "  icon.png",
        "  settings.json",
        "note: The relay accepts calls from 203.0.113.0/24 only. Add the addresses of its new callers to allowedCallerIpRanges.",
        "note: The state shows 1 secret in plain text. Delete the file.",
        "Next: docs/designers/power-platform.md says what to do with them.",
        "",
      ].join("\n"),
    );
    assert.deepEqual((await readdir(out)).sort(), [
      "apiDefinition.swagger.json",
      "apiProperties.json",
      "icon.png",
      "settings.json",
    ]);
    assert.deepEqual(await readFile(join(out, "icon.png")), await readFile("connector/export/power-platform/icon.png"));
  });

  it("takes an empty directory, and folders of workflows in it", async () => {
    await mkdir(out, { recursive: true });
    assert.match(await exported({ target: "standard" }), /^Wrote 7 files for standard to /);
    assert.deepEqual(await readdir(join(out, "refresh-example-token")), ["workflow.json"]);
  });

  it("says without a state that the addresses are the emulator's", async () => {
    const report = await exported({ state: undefined, target: "openapi" });
    assert.match(report, /^Wrote 1 file for openapi to .*, from the stack logicapp-keyvault-secrets\/local:\n/);
    assert.match(
      report,
      /\nnote: The addresses in the files are the emulator's\. Export a deployed stack with --state FILE\.\n/,
    );
  });

  it("reports everything that is wrong at once, and writes nothing", async () => {
    await mkdir(out, { recursive: true });
    await writeFile(join(out, "mine.txt"), "");
    const wrong = join(directory, "plan.json");
    await writeFile(wrong, '{ "resourcePlans": {} }');
    assert.equal(
      await messageOf({ state: wrong, gatewayHost: "contoso.azure-api.net" }),
      [
        "3 problems:",
        "  --gateway-host has an effect on api-management only. Remove it.",
        "  --out DIR/new/files: it has files in it already. Give a new or an empty directory.",
        "  --state DIR/plan.json: it is the plan of a preview, and nothing in it is deployed. Deploy the stack first: npx pulumi up. Write it with: npx pulumi stack export --file FILE",
      ].join("\n"),
    );
    assert.deepEqual(await readdir(out), ["mine.txt"]);
  });

  it("reports a wrong stack file together with the directory", async () => {
    const config = join(directory, "Pulumi.dev.yaml");
    await writeFile(config, "config:\n  logicapp-keyvault-secrets:identity: managed\n");
    await mkdir(out, { recursive: true });
    await writeFile(join(out, "mine.txt"), "");
    const message = await messageOf({ state: undefined, config });
    assert.match(message, /^2 problems:\n {2}--out DIR\/new\/files: it has files in it already\./);
    assert.match(message, /\n {4}identity: is "managed"\. Expected system or user\./);
  });

  it("creates no directory where something else is wrong", async () => {
    await messageOf({ state: join(directory, "nowhere.json") });
    assert.deepEqual(await readdir(directory), []);
  });

  it("takes back what it wrote where a file cannot be written", async () => {
    const files = [
      { path: "a.json", content: "{}\n" },
      { path: "b/c.json", content: "{}\n" },
      { path: "a.json/d", content: "{}\n" },
    ];
    const failure = { message: `--out ${out}: it is a file, or below one. Give a new or an empty directory.` };
    await assert.rejects(writeFiles("--out", out, files), failure);
    assert.deepEqual(await readdir(directory), []);
    await mkdir(out, { recursive: true });
    await assert.rejects(writeFiles("--out", out, files), failure);
    assert.deepEqual(await readdir(out), []);
  });
});
