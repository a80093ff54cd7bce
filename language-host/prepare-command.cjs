// Writes the packages of a command into one file and its sources into another, and runs it once for V8's code cache:
// node --min-semi-space-size=8 --max-semi-space-size=8 language-host/prepare-command.cjs cli/start.ts --quiet
const { build } = require("esbuild");
const { existsSync, mkdirSync, rmSync, writeFileSync } = require("node:fs");
const { createRequire, isBuiltin } = require("node:module");
const { dirname, join, relative, resolve } = require("node:path");
const process = require("node:process");
const { deferSerializer, serializer } = require("./defer-serializer.cjs");
const { bundleForPackages, bundleOptions } = require("./load-typescript.cjs");
const {
  digestSources,
  installedPackages,
  preparedFiles,
  root,
  runPackages,
  runSources,
} = require("./prepared-command.cjs");

/** Packages that find files of theirs beside themselves, and those that no run loads. */
const external = ["esbuild", "ts-node"];

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

/** What the SDK serializes functions with, which no command does: left to Node, where its loading is deferred. */
const deferred = {
  name: "deferred",
  setup({ onResolve }) {
    const ends = serializer.map((id) => id.replace(/^\./, "")).join("|");
    onResolve({ filter: new RegExp(`(?:${ends})$`) }, ({ path, importer }) => ({
      path: `./${relative(root, createRequire(importer).resolve(path))}`,
      external: true,
    }));
  },
};

const [, , command, ...args] = process.argv;
const file = resolve(command);
const { made, packages: packageFiles, sources: sourceFiles } = preparedFiles(command);

// Without the files, commands are slower; an installation does not fail for that.
prepareCommand().catch((error) => process.stderr.write(`${error.stack}\n`));

async function prepareCommand() {
  const { metafile } = await build({ ...bundleOptions(file, "error", false), metafile: true });
  const imports = importedPackages(metafile);
  const installed = installedPackages();
  // `npm ci --omit=dev` installs what the program needs, which is less than commands do.
  if (installed === undefined || [...imports.keys()].some((id) => !isInstalled(id))) return;
  mkdirSync(dirname(made), { recursive: true });
  rmSync(made, { force: true });
  await bundlePackages(imports);
  const paths = Object.keys(metafile.inputs).map((path) => relative(root, resolve(path)));
  const digest = digestSources(paths);
  const text = await bundleForPackages(file);
  writeFileSync(sourceFiles.code, text);
  deferSerializer(file);
  const packages = runPackages(packageFiles.code);
  process.argv = [process.argv[0], file, ...args];
  process.stdout.write = () => true;
  const sources = runSources(file, { text }, packages);
  process.on("exit", (exitCode) => {
    writeFileSync(packageFiles.cache, packages.createCachedData());
    writeFileSync(sourceFiles.cache, sources.createCachedData());
    if (exitCode === 0) writeFileSync(made, JSON.stringify({ installed, digest, paths }));
    process.exitCode = 0;
  });
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
    outfile: packageFiles.code,
    minifyWhitespace: true,
    legalComments: "none",
    logLevel: "error",
    plugins: [namespaces, deferred],
  });
}
