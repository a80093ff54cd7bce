// Runs a TypeScript program of this project: `node run.mjs cli/start.ts --json`.
//
// Its own files are bundled in memory, in about 0.1 s, and packages are loaded by Node itself: through a loader that
// hooks into every import, a run of `npm start` would take twice as long and a third more memory. For the lines of a
// stack to be those of the sources, set NODE_OPTIONS=--enable-source-maps.
import { buildSync } from "esbuild";
import { Module } from "node:module";
import { dirname, resolve } from "node:path";
import process from "node:process";

const [, , entry = "", ...args] = process.argv;
const file = resolve(entry);
const { outputFiles } = buildSync({
  entryPoints: [file],
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "cjs",
  sourcemap: "inline",
  sourcesContent: false,
  write: false,
  outfile: file,
  logLevel: "error",
});
process.argv = [process.argv[0], file, ...args];
const program = new Module(file);
program.filename = file;
program.paths = Module._nodeModulePaths(dirname(file));
program._compile(outputFiles.find(({ path }) => !path.endsWith(".map"))?.text ?? "", file);
