import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, it } from "mocha";

const run = promisify(execFile);

/** A project whose command imports a CommonJS package and a source, and an ES module and a CommonJS package at run time. */
const project: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({ engines: { node: ">=20" } }),
  "cli/say.ts": `
    import { word } from "common";
    import { place } from "./place";
    async function say(): Promise<void> {
      const [late, module] = [await import("late"), await import("module-only")];
      const names = { late: Object.keys(late).sort(), module: Object.keys(module).sort() };
      console.log(JSON.stringify({ word, place, ...names, default: typeof late.default, args: process.argv.slice(2) }));
    }
    void say();`,
  "cli/place/index.ts": `export const place = "folder";`,
  "node_modules/.package-lock.json": "{}",
  "node_modules/common/index.js": `exports.word = "first";`,
  "node_modules/late/index.js": `module.exports = exports = function late() {}; exports.one = 1;`,
  "node_modules/module-only/package.json": JSON.stringify({ type: "module", exports: "./index.js" }),
  "node_modules/module-only/index.js": `export const two = 2; export default 3;`,
};
const seen = {
  word: "first",
  place: "folder",
  late: ["default", "one"],
  module: ["default", "two"],
  default: "function",
  args: [],
};

describe("A command that npm ci has prepared", function () {
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
  const prepare = (): Promise<string> => node("language-host/prepare-command.cjs", "cli/say.ts", "--once");
  const prepared = "node_modules/.cache/logicapp-keyvault-secrets";
  /** Changes what was prepared, which shows whether it is used. */
  const mark = async (): Promise<void> => {
    for (const [file, from, to] of [
      ["packages", '"first"', '"prepared"'],
      ["sources", '"folder"', '"prepared"'],
    ] as const) {
      const path = `${prepared}/cli-say-ts.${file}.cjs`;
      await write(path, (await readFile(join(directory, path), "utf8")).replace(from, to));
    }
  };

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "packages-"));
    for (const path of ["language-host", "run.mjs"]) await cp(path, join(directory, path), { recursive: true });
    for (const [path, content] of Object.entries(project)) await write(path, content);
    await symlink(resolve("node_modules/esbuild"), join(directory, "node_modules/esbuild"));
  });

  afterEach(() => rm(directory, { recursive: true }));

  it("runs as it does without", async () => {
    const before = await say();
    assert.equal(await prepare(), "");
    assert.deepEqual(await readdir(join(directory, prepared)), [
      "cli-say-ts.json",
      "cli-say-ts.packages.cache",
      "cli-say-ts.packages.cjs",
      "cli-say-ts.sources.cache",
      "cli-say-ts.sources.cjs",
    ]);
    assert.deepEqual({ before, after: await say() }, { before: seen, after: seen });
    await mark();
    assert.deepEqual(await say(), { ...seen, word: "prepared", place: "prepared" });
  });

  it("takes its packages from Node once something else is installed", async () => {
    await prepare();
    await mark();
    await write("node_modules/common/index.js", `exports.word = "second";`);
    await write("node_modules/.package-lock.json", `{ "name": "newer" }`);
    assert.deepEqual(await say(), { ...seen, word: "second" });
  });

  const changes: readonly (readonly [string, string, string, string])[] = [
    ["a source", "cli/place/index.ts", `export const place = "changed";`, "changed"],
    ["a file beside that an import means now", "cli/place.ts", `export const place = "file";`, "file"],
    ["a setting of the compiler", "cli/tsconfig.json", `{}`, "folder"],
    ["a package's name", "package.json", `{ "name": "other", "engines": { "node": ">=20" } }`, "folder"],
  ];
  for (const [change, path, content, place] of changes) {
    it(`runs the sources as they are after ${change} was changed or added, with the same packages`, async () => {
      await prepare();
      await mark();
      await write(path, content);
      assert.deepEqual(await say(), { ...seen, word: "prepared", place });
    });
  }

  it("runs the sources as they are after one of them is gone", async () => {
    await prepare();
    await mark();
    await write("cli/place.ts", `export const place = "moved";`);
    await rm(join(directory, "cli/place"), { recursive: true });
    assert.deepEqual(await say(), { ...seen, word: "prepared", place: "moved" });
  });

  it("loads TypeScript, which the SDK requires, only when something of it is used, and from where the project is now", async () => {
    await write("node_modules/@pulumi/pulumi/index.js", `exports.ts = require("./typescript-shim");`);
    await write("node_modules/@pulumi/pulumi/typescript-shim.js", `module.exports = require("typescript");`);
    await write("node_modules/typescript/index.js", `console.log("loaded"); exports.version = "6.0";`);
    const uses = (use: string): Promise<void> =>
      write("node_modules/common/index.js", `const { ts } = require("@pulumi/pulumi"); exports.word = ${use};`);
    await uses(`"not used"`);
    await prepare();
    assert.deepEqual(await say(), { ...seen, word: "not used" });
    await uses("ts.version");
    await prepare();
    await rename(directory, `${directory}-moved`);
    directory += "-moved";
    await mark();
    const [first = "", second = ""] = (await node("run.mjs", "cli/say.ts")).split("\n");
    assert.deepEqual([first, JSON.parse(second)], ["loaded", { ...seen, word: "6.0", place: "prepared" }]);
  });

  it("keeps characters that are not ASCII, in packages and in sources", async () => {
    await write("cli/place/index.ts", "export const place = String.raw`↳`;");
    await write("node_modules/common/index.js", "exports.word = String.raw`✔`;");
    await prepare();
    assert.deepEqual(await say(), { ...seen, word: "✔", place: "↳" });
  });

  it("takes its packages from Node, and its sources from where they are, where lines of a stack are asked for", async () => {
    await prepare();
    await mark();
    assert.deepEqual(await say("--enable-source-maps"), seen);
  });

  it("is not prepared where a package is not installed, or the command fails, and the installation goes on", async () => {
    await rm(join(directory, "node_modules/late"), { recursive: true });
    assert.equal(await prepare(), "");
    await assert.rejects(readdir(join(directory, "node_modules/.cache")), { code: "ENOENT" });
    await write("node_modules/late/index.js", "process.exitCode = 1;");
    assert.equal(await prepare(), "");
    assert.equal((await readdir(join(directory, prepared))).includes("cli-say-ts.json"), false);
    await write("node_modules/late/index.js", project["node_modules/late/index.js"] ?? "");
    assert.deepEqual(await say(), seen);
  });
});
