import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, symlink, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { after, before, describe, it } from "mocha";
import { publint } from "publint";
import { releasedPackages } from "../../release/packages";
import { installPackages, type InstalledPackages } from "./installed-packages";

const name = "logicapp-keyvault-secrets-policy";

/** An exported stack with one vault. */
function stateWith(enablePurgeProtection: boolean): string {
  const properties = { enableRbacAuthorization: true, enableSoftDelete: true, enablePurgeProtection };
  const urn = "urn:pulumi:dev::shop::azure-native:keyvault:Vault::secrets";
  const vault = { urn, type: "azure-native:keyvault:Vault", inputs: { vaultName: "shop", properties } };
  return JSON.stringify({ version: 3, deployment: { resources: [vault] } });
}

describe("The npm package of the policy pack, in an empty project", () => {
  let installed: InstalledPackages;
  const pathTo = (...path: string[]): string => join(installed.folder, ...path);
  before(async () => {
    installed = await installPackages([releasedPackages.policy]);
    // As npm links commands.
    const { bin } = installed.packed[0]?.manifest as { bin: Record<string, string> };
    assert.deepEqual(Object.keys(bin), [name]);
    await mkdir(pathTo("node_modules", ".bin"));
    await symlink(join("..", name, bin[name] ?? ""), pathTo("node_modules", ".bin", name));
  });
  after(() => installed.remove());

  /** Runs the command as npx does. */
  async function run(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    try {
      const ended = await promisify(execFile)(pathTo("node_modules", ".bin", name), args, { cwd: installed.folder });
      return { code: 0, ...ended };
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string };
    }
  }

  it("has these files, and says how Pulumi runs it", async () => {
    const files = installed.packed[0]?.files.map(({ path }) => path).sort();
    assert.deepEqual(files, [
      "LICENSE",
      "PulumiPolicy.yaml",
      "README.md",
      "dist/index.js",
      "dist/report.js",
      "dist/third-party-notices.txt",
      "package.json",
    ]);
    assert.match(await readFile(pathTo("node_modules", name, "PulumiPolicy.yaml"), "utf8"), /^runtime: nodejs\n/);
  });

  for (const [module, packages] of [
    ["index", ["@pulumi/policy"]],
    ["report", ["junit-report-builder"]],
  ] as const) {
    it(`has a ${module}.js that contains no emulator, and needs ${packages.join()} alone`, async () => {
      const bundle = await readFile(pathTo("node_modules", name, "dist", `${module}.js`), "utf8");
      const folders = new Set([...bundle.matchAll(/^\/\/ ([^\s/]+)\/\S+\.ts$/gm)].map(([, folder = ""]) => folder));
      for (const folder of ["emulator", "local", "verify", "alerts", "index.ts"])
        assert.ok(!folders.has(folder), folder);
      const needed = new Set(
        [...bundle.matchAll(/\b(?:require|import)\("([^"]+)"\)/g)].map(([, request = ""]) => request),
      );
      const fromNode = /^(node:|fs$|path$|os$|process$|child_process$|events$|tty$|util$)/;
      assert.deepEqual(
        [...needed].filter((request) => !fromNode.test(request) && !request.startsWith("ajv/")),
        packages,
      );
    });
  }

  it("starts with none of what Pulumi's SDK serializes functions with", async () => {
    const files = ["@pulumi/policy/server.js", "@npmcli/arborist/lib/node.js", "typescript/lib/typescript.js"];
    const start = `
      require(".");
      const loaded = ${JSON.stringify(files)}.filter((file) =>
        Object.keys(require.cache).some((path) => path.endsWith(file)));
      process.stdout.write(loaded.join(), () => process.exit());`;
    const { stdout } = await promisify(execFile)(process.execPath, ["-e", start], {
      cwd: pathTo("node_modules", name),
    });
    assert.equal(stdout, "@pulumi/policy/server.js");
  });

  it("reports on an exported stack: exit code 1 for a mandatory finding, 0 without", async () => {
    await writeFile(pathTo("bad.json"), stateWith(false));
    await writeFile(pathTo("good.json"), stateWith(true));
    const [bad, good] = await Promise.all([run("--state", "bad.json"), run("--state", "good.json", "--quiet")]);
    assert.deepEqual([bad.code, bad.stderr], [1, ""]);
    assert.match(bad.stdout, /✘ {2}vault-recovery \(mandatory\)/);
    assert.deepEqual([good.code, good.stderr], [0, ""]);
    assert.match(good.stdout, /^✔ Policy: .*\(1 resource, \d+ rules, .*\)\.\n$/);
  });

  it("writes each format", async () => {
    await writeFile(pathTo("bad.json"), stateWith(false));
    for (const [format, begins] of [
      ["markdown", "## ❌ Policy: 1 mandatory"],
      ["sarif", "{"],
      ["junit", "<?xml"],
      ["json", "{"],
    ] as const) {
      const { code, stdout, stderr } = await run("--state", "bad.json", "--format", format);
      assert.deepEqual([code, stderr], [1, ""], format);
      assert.ok(stdout.startsWith(begins), stdout.slice(0, 80));
    }
  });

  it("names the options that it needs, and has none that needs the program", async () => {
    const [without, config, help] = await Promise.all([run(), run("--config", "Pulumi.dev.yaml"), run("--help")]);
    assert.deepEqual(
      [without.code, without.stdout, without.stderr],
      [2, "", "error: Give one of --state, --event-log, --template and --workflow-project.\n"],
    );
    assert.deepEqual([config.code, config.stdout], [2, ""]);
    assert.match(config.stderr, /^error: Unknown option '--config'/);
    assert.equal(help.code, 0);
    assert.match(help.stdout, /^Usage: logicapp-keyvault-secrets-policy \[options\]\n/);
    assert.ok(!help.stdout.includes("--config "), help.stdout);
  });

  it("passes publint", async () => {
    const { messages } = await publint({ pkgDir: pathTo("node_modules", name), pack: false, strict: true });
    assert.deepEqual(messages, []);
  });
});
