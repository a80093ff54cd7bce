// Runs a TypeScript program of this project: `node run.mjs cli/start.ts --json`. For the lines of a stack to be those
// of the sources, set NODE_OPTIONS=--enable-source-maps.
import { resolve } from "node:path";
import process from "node:process";
import { bundle, runBundle } from "./language-host/load-typescript.cjs";

const [, , entry = "", ...args] = process.argv;
const file = resolve(entry);
process.argv = [process.argv[0], file, ...args];
runBundle(file, bundle(file, "error", process.sourceMapsEnabled));
