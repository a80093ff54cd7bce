// Loads TypeScript files of this project: for its commands (run.mjs) and for Pulumi's language host (program.cjs).
//
// The project's own files are bundled in memory, in about 0.1 s: nothing of them is written to disk, so that the sources
// are what runs, and no loader hooks into every import: docs/decisions/program/0010-bundle-instead-of-a-loader.md.
const { build, buildSync } = require("esbuild");
const { Module } = require("node:module");
const { dirname } = require("node:path");

/**
 * Options of the bundle of a TypeScript file and the files of this project that it imports; types are not checked.
 *
 * @param {string} file absolute path
 * @param {import("esbuild").LogLevel} logLevel of what esbuild prints to standard error
 * @param {boolean} hasSourceMap the map takes as long as the rest of the bundle, and is as large
 * @returns {import("esbuild").BuildOptions} of a CommonJS module, its source map inline
 */
function bundleOptions(file, logLevel, hasSourceMap) {
  return {
    entryPoints: [file],
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "cjs",
    sourcemap: hasSourceMap && "inline",
    sourcesContent: false,
    write: false,
    outfile: file,
    logLevel,
  };
}

/** Bundles a TypeScript file. Arguments as of `bundleOptions`. @returns {string} */
function bundle(file, logLevel, hasSourceMap) {
  return buildSync(bundleOptions(file, logLevel, hasSourceMap)).outputFiles[0].text;
}

/**
 * Bundles a TypeScript file in another process. The bundle requires what it imports at run time.
 *
 * @param {string} file absolute path
 * @returns {Promise<string>}
 */
async function bundleForPackages(file) {
  const options = { ...bundleOptions(file, "error", false), supported: { "dynamic-import": false } };
  return (await build(options)).outputFiles[0].text;
}

/**
 * Runs a bundle as the module of the file that it was made of.
 *
 * @param {string} file absolute path
 * @param {string} code
 * @returns {unknown} the module's exports
 */
function runBundle(file, code) {
  const loaded = moduleOf(file);
  loaded._compile(code, file);
  return loaded.exports;
}

/** A module of a file, which has not run. */
function moduleOf(file) {
  const loaded = new Module(file, module);
  loaded.filename = file;
  loaded.paths = Module._nodeModulePaths(dirname(file));
  return loaded;
}

module.exports = { bundle, bundleForPackages, bundleOptions, moduleOf, runBundle };
