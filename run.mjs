// Runs a TypeScript program of this project: `node run.mjs cli/start.ts --json`. For the lines of a stack to be those
// of the sources, set NODE_OPTIONS=--enable-source-maps.
import { resolve } from "node:path";
import process from "node:process";
import supportedNode from "./language-host/supported-node.cjs";

const problem = supportedNode.nodeProblem(process.versions.node);
if (problem === undefined) {
  const [, , entry = "", ...args] = process.argv;
  const file = resolve(entry);
  process.argv = [process.argv[0], file, ...args];
  // Imported now: an old Node need not be able to load them.
  const { deferSerializer } = (await import("./language-host/defer-serializer.cjs")).default;
  const { bundle, bundleForPackages, runBundle } = (await import("./language-host/load-typescript.cjs")).default;
  const { findPrepared, runSources } = (await import("./language-host/prepared-command.cjs")).default;
  deferSerializer(file);
  const prepared = process.sourceMapsEnabled ? undefined : findPrepared(file);
  if (prepared === undefined) {
    runBundle(file, bundle(file, "error", process.sourceMapsEnabled));
  } else {
    const bundling = prepared.readSources === undefined ? bundleForPackages(file) : undefined;
    const packages = prepared.readPackages();
    runSources(file, prepared.readSources?.() ?? { text: await bundling }, packages);
  }
} else {
  process.stderr.write(`error: ${problem}\n`);
  process.exitCode = 2;
}
