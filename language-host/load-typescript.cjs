// Loads TypeScript files of this project: for its commands (run.mjs) and for Pulumi's language host (program.cjs).
//
// The project's own files are bundled in memory, in about 0.1 s, and packages are loaded by Node itself: nothing is
// written to disk, so that the sources are what runs, and no loader hooks into every import:
// docs/decisions/program/0010-bundle-instead-of-a-loader.md.
const { buildSync } = require("esbuild");
const { Module } = require("node:module");
const { dirname } = require("node:path");

/**
 * Bundles a TypeScript file with the files of this project that it imports, without checking types.
 *
 * @param {string} file absolute path
 * @param {import("esbuild").LogLevel} logLevel of what esbuild prints to standard error
 * @param {boolean} hasSourceMap the map takes as long as the rest of the bundle, and is as large
 * @returns {string} a CommonJS module, its source map inline
 */
function bundle(file, logLevel, hasSourceMap) {
  const { outputFiles } = buildSync({
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
  });
  return outputFiles[0].text;
}

/**
 * Runs a bundle as the module of the file that it was made of.
 *
 * @param {string} file absolute path
 * @param {string} code
 * @returns {unknown} the module's exports
 */
function runBundle(file, code) {
  const loaded = new Module(file, module);
  loaded.filename = file;
  loaded.paths = Module._nodeModulePaths(dirname(file));
  loaded._compile(code, file);
  return loaded.exports;
}

module.exports = { bundle, runBundle };
