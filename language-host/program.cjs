// The program's entry point for Pulumi's Node language host (package.json `main`), which requires this file:
// docs/decisions/program/0018-the-language-host-requires-a-bundle.md.
const process = require("node:process");
const { nodeProblem } = require("./supported-node.cjs");

const problem = nodeProblem(process.versions.node);
if (problem !== undefined) {
  process.stderr.write(`error: ${problem}\n`);
  process.exit(1);
}

const { formatMessagesSync } = require("esbuild");
const { Buffer } = require("node:buffer");
const { join } = require("node:path");
const { install } = require("source-map-support");
const { deferSerializer } = require("./defer-serializer.cjs");
const { bundle, runBundle } = require("./load-typescript.cjs");

deferSerializer(module.filename);

const file = join(module.path, "..", "index.ts");
const code = bundleProgram();

// The SDK renders stacks by this library, which looks for source maps on disk.
install({ retrieveSourceMap: (source) => (source === file ? { url: file, map: sourceMapOf(code) } : null) });

module.exports = runBundle(file, code);

function bundleProgram() {
  try {
    return bundle(file, "silent", true);
  } catch (error) {
    if (!Array.isArray(error.errors)) throw error;
    // The SDK prints the message of a SyntaxError without the stack.
    throw new SyntaxError(formatMessagesSync(error.errors, { kind: "error" }).join("\n"), { cause: error });
  }
}

function sourceMapOf(text) {
  return Buffer.from(text.slice(text.lastIndexOf("base64,") + "base64,".length), "base64").toString("utf8");
}
