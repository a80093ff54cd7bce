import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { dependencies as ofProgram, devDependencies, version as ofRepository } from "../../package.json";
import { connectorArgumentFields, refreshArgumentFields } from "../../settings/fields/argument-fields";
import { componentFolder, startComponentProvider, type ComponentProvider } from "./component-provider";

interface Resource {
  readonly inputProperties: Readonly<Record<string, { readonly plain?: boolean }>>;
  readonly properties: object;
  readonly requiredInputs: readonly string[];
  readonly required: readonly string[];
}

const textOf = (name: string) => readFileSync(join(componentFolder, name), "utf8");
const committed = JSON.parse(textOf("schema.json")) as { readonly resources: Readonly<Record<string, Resource>> };
const resource = (name: string): Resource | undefined => committed.resources[`logicapp-keyvault-secrets:index:${name}`];

describe("component/schema.json", function () {
  this.timeout(120_000);
  let provider: ComponentProvider;

  before(async () => {
    provider = await startComponentProvider();
  });

  after(() => provider.close());

  it("is what Pulumi infers from the components (written by npm run component)", async () => {
    assert.deepEqual(await provider.schema(), committed);
  });

  it("has the two components, each with all of its arguments", () => {
    assert.equal(Object.keys(committed.resources).length, 2);
    const inputs = (name: string) => Object.keys(resource(name)?.inputProperties ?? {});
    assert.deepEqual(inputs("SetSecretConnector"), Object.keys(connectorArgumentFields));
    assert.deepEqual(inputs("TokenRefresh"), Object.keys(refreshArgumentFields));
  });

  it("requires what has no default", () => {
    assert.deepEqual(resource("SetSecretConnector")?.requiredInputs, [
      "allowedSecretNames",
      "authorizationModel",
      "resourceGroupName",
      "vaultId",
    ]);
    assert.deepEqual(resource("TokenRefresh")?.requiredInputs, [
      "authorizationModel",
      "clientSecretName",
      "resourceGroupName",
      "secretName",
      "vaultId",
    ]);
  });

  it("takes outputs of other resources where a value decides nothing about which resources there are", () => {
    for (const name of ["SetSecretConnector", "TokenRefresh"]) {
      const inputs = Object.entries(resource(name)?.inputProperties ?? {});
      assert.deepEqual(
        inputs.filter(([, { plain = false }]) => !plain).map(([key]) => key),
        ["resourceGroupName", "location", "vaultId"],
      );
    }
  });

  it("always gives every output", () => {
    for (const { properties, required } of Object.values(committed.resources)) {
      assert.deepEqual(Object.keys(properties).sort(), required);
    }
  });
});

describe("component/package.json", () => {
  it("has the version of the repository, and depends on the versions that the program depends on", () => {
    const { dependencies, version } = JSON.parse(textOf("package.json")) as {
      readonly dependencies: Readonly<Record<string, string>>;
      readonly version: string;
    };
    assert.equal(version, ofRepository);
    const { typescript, ...shared } = dependencies;
    assert.equal(typescript, devDependencies.typescript);
    for (const [name, version] of Object.entries(shared)) {
      assert.equal(version, (ofProgram as Readonly<Record<string, string>>)[name], name);
    }
  });

  it("lists every package that the bundle loads", () => {
    const loaded = [...textOf("dist/index.js").matchAll(/require\("(@[^/"]+\/[^/"]+|[^/"]+)/g)].map(([, name]) => name);
    const packages = new Set(loaded.filter((name) => name !== undefined && !name.startsWith("node:")));
    assert.deepEqual([...packages].sort(), ["@pulumi/azure-native", "@pulumi/pulumi", "fastest-levenshtein", "zod"]);
  });
});
