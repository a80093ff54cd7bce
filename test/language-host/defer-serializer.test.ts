import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { deferSerializer } from "../../language-host/defer-serializer.cjs";

/** An SDK that requires both as the real one does, and packages that note that they are loaded. */
const packages: Readonly<Record<string, string>> = {
  "@pulumi/pulumi/index.js": `
    const namespace = (loaded) => (loaded.__esModule ? loaded : { ...loaded });
    exports.arborist = namespace(require("@npmcli/arborist"));
    exports.typescript = require("./typescript-shim");`,
  "@pulumi/pulumi/typescript-shim.js": `module.exports = require("typescript");`,
  "@npmcli/arborist/index.js": `loaded.push("arborist"); exports.Arborist = class { name = "tree"; };`,
  "typescript/index.js": `loaded.push("typescript"); exports.version = "6.0.3";`,
};

interface Sdk {
  readonly arborist: { readonly Arborist: new () => { readonly name: string } };
  readonly typescript: { readonly version: string };
}

describe("Deferring the modules by which Pulumi's SDK serializes functions", () => {
  const loaded: string[] = [];
  let project: string;
  let program: string;

  const install = async (files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [path, code] of Object.entries(files)) {
      const file = join(project, "node_modules", path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, code);
    }
  };
  const requireFrom = (id: string): unknown => createRequire(program)(id);

  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), "defer-serializer-"));
    program = join(project, "program.cjs");
    loaded.length = 0;
    Object.assign(globalThis, { loaded });
  });

  afterEach(async () => {
    Reflect.deleteProperty(globalThis, "loaded");
    await rm(project, { recursive: true });
  });

  it("loads neither with the SDK, and each once when something of it is used", async () => {
    await install(packages);
    deferSerializer(program);
    const { arborist, typescript } = requireFrom("@pulumi/pulumi") as Sdk;
    assert.deepEqual(loaded, []);
    assert.equal(typescript.version, "6.0.3");
    assert.deepEqual(loaded, ["typescript"]);
    assert.equal(new arborist.Arborist().name, "tree");
    assert.equal(new arborist.Arborist().name, "tree");
    assert.deepEqual(loaded, ["typescript", "arborist"]);
    assert.deepEqual(requireFrom("@npmcli/arborist"), { Arborist: arborist.Arborist });
  });

  it("leaves what is loaded already", async () => {
    await install(packages);
    const arborist = requireFrom("@npmcli/arborist");
    deferSerializer(program);
    assert.equal(requireFrom("@npmcli/arborist"), arborist);
  });

  it("changes nothing in an SDK that has none of them, and without an SDK", async () => {
    deferSerializer(program);
    await install({ "@pulumi/pulumi/index.js": `exports.name = "sdk";` });
    deferSerializer(program);
    assert.deepEqual(requireFrom("@pulumi/pulumi"), { name: "sdk" });
  });
});
