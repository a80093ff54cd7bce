// Loads a command as `npm ci` has prepared it: its packages in one file, its sources in another, each with V8's code cache.
// docs/decisions/program/0034-prepared-commands.md
const { isAscii } = require("node:buffer");
const { createHash } = require("node:crypto");
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { Module } = require("node:module");
const { dirname, join, relative } = require("node:path");
const { Script } = require("node:vm");
const { moduleOf } = require("./load-typescript.cjs");

const root = join(module.path, "..");

/**
 * Packages that a command imports, by what the import says.
 *
 * @typedef {object} Packages
 * @property {(id: string) => unknown} load loads one; undefined where it is not among them
 * @property {() => Buffer} createCachedData compiled code of all that ran
 */

/** Paths of what is written for a command, `cli/start.ts`. `made` says what the others were made of. */
function preparedFiles(command) {
  const path = join(root, "node_modules", ".cache", "logicapp-keyvault-secrets", `${command.replace(/\W/g, "-")}`);
  return {
    packages: { code: `${path}.packages.cjs`, cache: `${path}.packages.cache` },
    sources: { code: `${path}.sources.cjs`, cache: `${path}.sources.cache` },
    made: `${path}.json`,
  };
}

/** Digest of what is installed, as npm writes it down; undefined where another installer did it. */
function installedPackages() {
  const lock = join(root, "node_modules", ".package-lock.json");
  return existsSync(lock) ? createHash("sha256").update(readFileSync(lock)).digest("hex") : undefined;
}

/** What esbuild reads to find or to compile a source. */
const read = /\.(?:[cm]?[jt]sx?|json)$/;
const settings = ["package.json", "tsconfig.json"];

/**
 * Digest of sources, and of which files stand beside them: a new one can be what an import means.
 *
 * @param {readonly string[]} paths from the root; of files that do not exist, the digest is undefined
 * @returns {string | undefined}
 */
function digestSources(paths) {
  const hash = createHash("sha256").update(readFileSync(join(module.path, "load-typescript.cjs")));
  for (const directory of new Set([".", ...paths.map((path) => dirname(path))])) {
    if (!existsSync(join(root, directory))) return undefined;
    const names = readdirSync(join(root, directory)).filter((name) => read.test(name));
    hash.update(`${directory}/${names.join("/")}\n`);
    for (const name of settings) if (names.includes(name)) hash.update(readFileSync(join(root, directory, name)));
  }
  for (const path of paths) {
    if (!existsSync(join(root, path))) return undefined;
    hash.update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

/**
 * Finds a command that is prepared, and for which nothing else has been installed since.
 *
 * @typedef {object} Prepared
 * @property {() => Packages} readPackages
 * @property {(() => Sources) | undefined} readSources undefined where a source has changed since
 *
 * @typedef {object} Sources
 * @property {string} text
 * @property {Buffer} [cachedData] V8 rejects that of another version or other flags
 *
 * @param {string} file absolute path of the command
 * @returns {Prepared | undefined}
 */
function findPrepared(file) {
  const { made, packages, sources } = preparedFiles(relative(root, file));
  if (!existsSync(made)) return undefined;
  const { installed, paths, digest } = JSON.parse(readFileSync(made, "utf8"));
  if (installed !== installedPackages()) return undefined;
  return {
    readPackages: () => runPackages(packages.code, readFileSync(packages.cache)),
    readSources:
      digestSources(paths) === digest
        ? () => ({ text: readCode(sources.code), cachedData: readFileSync(sources.cache) })
        : undefined,
  };
}

/** Reads code. As ASCII it takes half the memory; esbuild leaves other characters in tagged templates alone. */
function readCode(file) {
  const bytes = readFileSync(file);
  return bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
}

/** Runs the file of packages, which loads none of them yet. @returns {Packages} */
function runPackages(file, cachedData) {
  const script = new Script(readCode(file), { filename: file, cachedData });
  const exported = script.runInThisContext()(Module.createRequire(join(root, "run.mjs")), root, file);
  const loaders = new Map(Object.entries(exported));
  return {
    load: (id) => loaders.get(id)?.(),
    createCachedData: () => script.createCachedData(),
  };
}

/**
 * Runs the sources of a command as its module.
 *
 * @param {string} file absolute path of the command
 * @param {Sources} sources
 * @param {Packages} packages to use instead of those that Node finds
 * @returns {{ createCachedData(): Buffer }} compiled code of all that ran
 */
function runSources(file, { text, cachedData }, packages) {
  const script = new Script(Module.wrap(text), { filename: file, cachedData });
  const loaded = moduleOf(file);
  const load = (id) => packages.load(id) ?? loaded.require(id);
  script.runInThisContext().call(loaded.exports, loaded.exports, load, loaded, file, dirname(file));
  return script;
}

module.exports = { digestSources, findPrepared, installedPackages, preparedFiles, root, runPackages, runSources };
