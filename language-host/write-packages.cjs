// Writes the packages of a command into one file, and runs the command once for V8's code cache:
// node --max-semi-space-size=4 language-host/write-packages.cjs cli/start.ts --quiet
const { build } = require("esbuild");
const { existsSync, mkdirSync, rmSync, writeFileSync } = require("node:fs");
const { isBuiltin } = require("node:module");
const { dirname, join, resolve } = require("node:path");
const process = require("node:process");
const { bundleForPackages, bundleOptions, runBundle } = require("./load-typescript.cjs");
const { installedPackages, packageFiles, root, runPackages } = require("./packages.cjs");

/** Packages that find files of theirs beside themselves, and those that no run loads. */
const external = ["esbuild", "typescript", "ts-node"];

/**
 * Modules that export what Node's `import()` of a package gives: `default` is all that a CommonJS module exports. esbuild
 * reads an import as Node does in files that end in .mts: https://esbuild.github.io/content-types/#default-interop
 */
const namespaces = {
  name: "namespaces",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^namespace:/ }, ({ path }) => ({
      path: `${path.slice("namespace:".length)}.mts`,
      namespace: "namespace",
    }));
    onLoad({ filter: /.*/, namespace: "namespace" }, ({ path }) => ({
      contents: `import * as imported from ${JSON.stringify(path.slice(0, -".mts".length))}; export { imported };`,
      loader: "ts",
      resolveDir: root,
    }));
  },
};

const [, , command, ...args] = process.argv;
const file = resolve(command);
const files = packageFiles(command);

// Without the files, commands are slower; an installation does not fail for that.
writePackages().catch((error) => process.stderr.write(`${error.stack}\n`));

async function writePackages() {
  const { metafile } = await build({ ...bundleOptions(file, "error", false), metafile: true });
  const imports = importedPackages(metafile);
  const installed = installedPackages();
  // `npm ci --omit=dev` installs what the program needs, which is less than commands do.
  if (installed === undefined || [...imports.keys()].some((id) => !isInstalled(id))) return;
  mkdirSync(dirname(files.code), { recursive: true });
  rmSync(files.installed, { force: true });
  await bundlePackages(imports);
  const packages = runPackages(files.code);
  process.on("exit", (exitCode) => {
    writeFileSync(files.cache, packages.createCachedData());
    if (exitCode === 0) writeFileSync(files.installed, installed);
    process.exitCode = 0;
  });
  process.argv = [process.argv[0], file, ...args];
  process.stdout.write = () => true;
  runBundle(file, await bundleForPackages(file), packages);
}

function isInstalled(id) {
  const [scope, name] = id.split("/");
  return existsSync(join(root, "node_modules", scope.startsWith("@") ? join(scope, name) : scope));
}

/** Finds packages in the imports of the project's files. @returns {Map<string, "static" | "dynamic">} */
function importedPackages({ inputs }) {
  const imports = Object.values(inputs)
    .flatMap((input) => input.imports)
    .filter(({ path, external: outside }) => outside && !isBuiltin(path) && !external.includes(path));
  const dynamic = imports.filter(({ kind }) => kind === "dynamic-import").map(({ path }) => [path, "dynamic"]);
  const others = imports.filter(({ kind }) => kind !== "dynamic-import").map(({ path }) => [path, "static"]);
  return new Map([...dynamic, ...others]);
}

/** Function that has esbuild take an object for the namespace of a module, as it is. */
const marked = "const marked = (namespace) => Object.defineProperty({ ...namespace }, '__esModule', { value: true });";

/** Bundles packages, each to be loaded when it is asked for. */
function bundlePackages(imports) {
  const loaders = [...imports].map(([id, kind]) =>
    kind === "static"
      ? `${JSON.stringify(id)}: () => require(${JSON.stringify(id)})`
      : `${JSON.stringify(id)}: () => marked(require(${JSON.stringify(`namespace:${id}`)}).imported)`,
  );
  return build({
    stdin: { contents: `${marked} module.exports = { ${loaders} };`, resolveDir: root },
    bundle: true,
    external,
    platform: "node",
    target: "node20",
    format: "cjs",
    banner: { js: "(function (require, __dirname, __filename) { const module = {};" },
    footer: { js: "return module.exports; })" },
    outfile: files.code,
    minifyWhitespace: true,
    legalComments: "none",
    logLevel: "error",
    plugins: [namespaces],
  });
}
