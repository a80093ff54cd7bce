// Loads a command's packages from one file with V8's code cache. `npm ci` writes both, and they are used until other
// packages are installed.
// docs/decisions/program/0034-packages-in-one-file.md
const { createHash } = require("node:crypto");
const { existsSync, readFileSync } = require("node:fs");
const { Module } = require("node:module");
const { join, relative } = require("node:path");
const { Script } = require("node:vm");

const root = join(module.path, "..");

/**
 * Packages that a command imports, by what the import says.
 *
 * @typedef {object} Packages
 * @property {(id: string) => unknown} load loads one; undefined where it is not among them
 * @property {() => Buffer} createCachedData compiled code of all that ran
 */

/** Paths of what is written for a command, `cli/start.ts`. */
function packageFiles(command) {
  const path = join(root, "node_modules", ".cache", "logicapp-keyvault-secrets", `${command.replace(/\W/g, "-")}`);
  return { code: `${path}.cjs`, cache: `${path}.cache`, installed: `${path}.installed` };
}

/** Digest of what is installed, as npm writes it down; undefined where another installer did it. */
function installedPackages() {
  const lock = join(root, "node_modules", ".package-lock.json");
  return existsSync(lock) ? createHash("sha256").update(readFileSync(lock)).digest("hex") : undefined;
}

/**
 * Whether packages of a command were written, and nothing else has been installed since.
 *
 * @param {string} file absolute path of the command
 */
function hasPackages(file) {
  const { installed } = packageFiles(relative(root, file));
  return existsSync(installed) && readFileSync(installed, "utf8") === installedPackages();
}

/** Reads the packages of a command, which `hasPackages`. @returns {Packages} */
function readPackages(file) {
  const { code, cache } = packageFiles(relative(root, file));
  return runPackages(code, readFileSync(cache));
}

/**
 * Runs the file of packages, which loads none of them yet.
 *
 * @param {string} file
 * @param {Buffer} [cachedData] V8 rejects that of another version or other flags
 * @returns {Packages}
 */
function runPackages(file, cachedData) {
  // esbuild writes ASCII only, which takes half the memory.
  const script = new Script(readFileSync(file, "latin1"), { filename: file, cachedData });
  const exported = script.runInThisContext()(Module.createRequire(join(root, "run.mjs")), root, file);
  const loaders = new Map(Object.entries(exported));
  return {
    load: (id) => loaders.get(id)?.(),
    createCachedData: () => script.createCachedData(),
  };
}

module.exports = { hasPackages, installedPackages, packageFiles, readPackages, root, runPackages };
