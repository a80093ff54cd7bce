import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, it } from "mocha";

const run = promisify(execFile);

/** A project whose command imports a CommonJS package, and an ES module and a CommonJS package at run time. */
const project: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({ engines: { node: ">=20" } }),
  "cli/say.ts": `
    import { word } from "common";
    async function say(): Promise<void> {
      const [late, module] = [await import("late"), await import("module-only")];
      const names = { late: Object.keys(late).sort(), module: Object.keys(module).sort() };
      console.log(JSON.stringify({ word, ...names, default: typeof late.default, args: process.argv.slice(2) }));
    }
    void say();`,
  "node_modules/.package-lock.json": "{}",
  "node_modules/common/index.js": `exports.word = "first";`,
  "node_modules/late/index.js": `module.exports = exports = function late() {}; exports.one = 1;`,
  "node_modules/module-only/package.json": JSON.stringify({ type: "module", exports: "./index.js" }),
  "node_modules/module-only/index.js": `export const two = 2; export default 3;`,
};
const seen = { word: "first", late: ["default", "one"], module: ["default", "two"], default: "function", args: [] };

describe("The packages of a command in one file", function () {
  this.timeout(60_000);
  let directory: string;

  const write = async (path: string, content: string): Promise<void> => {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  };
  const node = async (...args: string[]): Promise<string> =>
    (await run(process.execPath, args, { cwd: directory })).stdout;
  const say = async (...options: string[]): Promise<Record<string, unknown>> => {
    const { __esModule: marks, ...said } = JSON.parse(await node(...options, "run.mjs", "cli/say.ts")) as Record<
      string,
      unknown
    >;
    assert.equal(marks, undefined);
    return said;
  };
  const writePackages = (): Promise<string> => node("language-host/write-packages.cjs", "cli/say.ts", "--once");

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "packages-"));
    for (const path of ["language-host", "run.mjs"]) await cp(path, join(directory, path), { recursive: true });
    for (const [path, content] of Object.entries(project)) await write(path, content);
    await symlink(resolve("node_modules/esbuild"), join(directory, "node_modules/esbuild"));
  });

  afterEach(() => rm(directory, { recursive: true }));

  it("are those that Node loads", async () => {
    const before = await say();
    assert.equal(await writePackages(), "");
    assert.deepEqual(await readdir(join(directory, "node_modules/.cache/logicapp-keyvault-secrets")), [
      "cli-say-ts.cache",
      "cli-say-ts.cjs",
      "cli-say-ts.installed",
    ]);
    assert.deepEqual({ before, after: await say() }, { before: seen, after: seen });
  });

  it("are used as long as nothing else is installed, with the sources as they are", async () => {
    await writePackages();
    await write("node_modules/common/index.js", `exports.word = "second";`);
    await write("cli/say.ts", `${project["cli/say.ts"] ?? ""}\nconsole.log("");`);
    assert.equal(await node("run.mjs", "cli/say.ts"), `\n${JSON.stringify(seen)}\n`);
    await write("node_modules/.package-lock.json", `{ "name": "newer" }`);
    assert.deepEqual((await node("run.mjs", "cli/say.ts")).trim(), JSON.stringify({ ...seen, word: "second" }));
  });

  it("are left to Node where lines of their sources are asked for", async () => {
    await writePackages();
    await write("node_modules/common/index.js", `exports.word = "second";`);
    assert.deepEqual(await say("--enable-source-maps"), { ...seen, word: "second" });
  });

  it("are not written where one of them is not installed, or the command fails, and the installation goes on", async () => {
    await rm(join(directory, "node_modules/late"), { recursive: true });
    assert.equal(await writePackages(), "");
    await assert.rejects(readdir(join(directory, "node_modules/.cache")), { code: "ENOENT" });
    await write("node_modules/late/index.js", "process.exitCode = 1;");
    assert.equal(await writePackages(), "");
    assert.deepEqual(await readdir(join(directory, "node_modules/.cache/logicapp-keyvault-secrets")), [
      "cli-say-ts.cache",
      "cli-say-ts.cjs",
    ]);
    await write("node_modules/late/index.js", project["node_modules/late/index.js"] ?? "");
    assert.deepEqual(await say(), seen);
  });
});
