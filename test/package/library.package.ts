import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import ts from "typescript";
import { releasedPackages } from "../../release/packages";
import { deployExample } from "./deploy-example";
import { examples } from "./examples";
import { installPackages, type InstalledPackages } from "./installed-packages";
import { problemsForOldTypeScript, typeProblems } from "./type-problems";

const name = "logicapp-keyvault-secrets-library";

describe("The npm package of the components, in an empty project with nothing but its peers", () => {
  let installed: InstalledPackages;
  const pathTo = (...path: string[]): string => join(installed.folder, ...path);
  const programs = (): readonly string[] => Object.keys(examples).map((example) => pathTo(`${example}.ts`));
  before(async function () {
    // The compiler reads the declarations of all of azure-native.
    this.timeout(300_000);
    installed = await installPackages([releasedPackages.library]);
    await writeFile(pathTo("package.json"), "{}");
    for (const example of Object.keys(examples)) {
      const text = await readFile(join(__dirname, "examples", `${example}.ts`), "utf8");
      await writeFile(pathTo(`${example}.ts`), text);
      const options = { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } };
      await writeFile(pathTo(`${example}.js`), ts.transpileModule(text, options).outputText);
    }
  });
  after(() => installed.remove());

  it("has these files, which name neither this machine nor parts that are not meant for it", async () => {
    const files = installed.packed[0]?.files.map(({ path }) => path).sort();
    assert.deepEqual(files, [
      "LICENSE",
      "README.md",
      "dist/index.d.ts",
      "dist/index.js",
      "dist/third-party-notices.txt",
      "package.json",
    ]);
    const bundle = await readFile(pathTo("node_modules", name, "dist", "index.js"), "utf8");
    const sources = [...bundle.matchAll(/^\/\/ ([^\s/]+)\/\S+\.ts$/gm)].map(([, folder]) => folder);
    assert.deepEqual([...new Set(sources)].sort(), [
      "access",
      "alerts",
      "azure",
      "connector",
      "definition",
      "language-host",
      "library",
      "settings",
      "workflows",
    ]);
  });

  const exported = [
    "RefreshOperatorRole",
    "ServiceBusAccess",
    "SessionRenewalRole",
    "SetSecretConnector",
    "TokenRefresh",
    "TopicConsumer",
    "Vault",
    "VaultAccess",
    "WorkflowAlerts",
    "WorkflowLogs",
    "existingVault",
    "secretOperations",
    "setSecretByConnector",
  ];

  it("exports what is meant for others, and nothing else", async () => {
    const required = createRequire(pathTo("index.js"))(name) as object;
    assert.deepEqual(Object.keys(required).sort(), exported);
    const { default: _, ...imported } = (await import(pathTo("node_modules", name, "dist", "index.js"))) as object & {
      default: unknown;
    };
    assert.deepEqual(
      Object.keys(imported)
        .filter((key) => key !== "module.exports")
        .sort(),
      exported,
    );
  });

  it("names each class as it exports it, although some extend classes of the same name", () => {
    const required = createRequire(pathTo("index.js"))(name) as Record<string, { name?: string }>;
    const classes = exported.filter((key) => /^[A-Z]/.test(key));
    assert.deepEqual(
      classes.map((key) => required[key]?.name),
      classes,
    );
  });

  for (const [kind, options] of [
    ["commonjs", { module: "commonjs", moduleResolution: "node10" }],
    ["nodenext", { module: "nodenext", moduleResolution: "nodenext" }],
    ["a bundler", { module: "esnext", moduleResolution: "bundler" }],
  ] as const) {
    it(`has types that strict programs compile with: ${kind}`, () => {
      assert.deepEqual(typeProblems(programs(), options), []);
    });
  }

  it("has types for a project without TypeScript of its own", async () => {
    assert.deepEqual(await problemsForOldTypeScript(programs()), []);
  });

  it("has types that refuse an unknown key of a token and a missing argument of a consumer", async () => {
    const file = pathTo("wrong.ts");
    await writeFile(
      file,
      `import { TokenRefresh, TopicConsumer, type TokenRefreshArgs } from "${name}";
const { access, token } = {} as TokenRefreshArgs;
new TokenRefresh("a", { resourceGroupName: "a", access, token: { ...token, clientSecret: "value" } });
new TopicConsumer("a", { resourceGroupName: "a", access });
`,
    );
    const options = { module: "nodenext", moduleResolution: "nodenext" };
    const [key = "", argument = "", ...others] = typeProblems([file], options);
    assert.deepEqual(others, []);
    assert.match(key, /'clientSecret' does not exist in type 'TokenKeys'/);
    assert.match(argument, /is missing the following properties from type 'TopicConsumerArgs.*': consumer, refresh/);
  });

  it("passes attw and publint", async () => {
    const { checkPackage, createPackageFromTarballData } = await import("@arethetypeswrong/core");
    const { publint } = await import("publint");
    const archive = await readFile(installed.packed[0]?.archive ?? "");
    const analysis = await checkPackage(createPackageFromTarballData(archive));
    assert.deepEqual("problems" in analysis ? analysis.problems : "no types", []);
    const { messages } = await publint({ pkgDir: pathTo("node_modules", name), pack: false, strict: true });
    assert.deepEqual(messages, []);
  });

  for (const [example, resources] of Object.entries(examples)) {
    it(`deploys ${example}.ts to the emulator`, async () => {
      assert.deepEqual(await deployExample(pathTo(`${example}.js`)), resources);
    });
  }

  it("deploys set-secret-connector.cjs, a program in JavaScript, to the emulator", async () => {
    await writeFile(pathTo("index.cjs"), await readFile(join(__dirname, "examples", "set-secret-connector.cjs")));
    assert.deepEqual(await deployExample(pathTo("index.cjs")), examples["set-secret-connector"]);
  });
});
