import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, it } from "mocha";
import { parseSettings } from "../../settings/parse/parse-settings";
import { readSettings } from "../../settings/read-settings";
import { leastToken } from "./settings-under-test";

describe("readSettings", () => {
  let before: Record<string, string>;

  beforeEach(() => {
    before = pulumi.runtime.allConfig();
  });

  afterEach(() => {
    pulumi.runtime.setAllConfig(before);
  });

  const key = (name: string) => `${pulumi.getProject()}:${name}`;

  it("reads the project's own keys, and no others", () => {
    pulumi.runtime.setAllConfig({
      [key("tokens")]: JSON.stringify([leastToken]),
      [key("identity")]: "user",
      "azure-native:location": "westeurope",
      "other-project:vaultName": "kv-other",
    });
    assert.deepEqual(readSettings(), parseSettings({ tokens: [leastToken], identity: "user" }));
  });

  it("reports every problem as an error that the engine prints without a stack", () => {
    pulumi.runtime.setAllConfig({
      "azure-native:location": "westeurope",
      [key("identity")]: "usr",
      [key("vaultNam")]: "kv-x",
    });
    assert.throws(readSettings, (error: unknown) => {
      assert.equal(pulumi.RunError.isInstance(error), true);
      assert.equal(
        (error as Error).message,
        [
          "3 problems in the settings:",
          "  vaultNam: is not a known setting. Did you mean vaultName?",
          "  tokens: is missing or empty. Configure the tokens to refresh. One token is the minimum; each gets its own refresh Logic App.",
          '  identity: is "usr". Did you mean user? Expected system or user.',
        ].join("\n"),
      );
      return true;
    });
  });

  describe("reads the cloud that azure-native deploys to", () => {
    const variables = ["ARM_ENVIRONMENT", "ARM_METADATA_HOSTNAME"] as const;
    const saved = variables.map((name) => [name, process.env[name]] as const);
    const setVariables = (values: readonly (readonly [name: string, value: string | undefined])[]): void => {
      for (const [name, value] of values) {
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      }
    };
    beforeEach(() => {
      setVariables(variables.map((name) => [name, undefined]));
    });
    afterEach(() => {
      setVariables(saved);
    });

    const read = (config: Readonly<Record<string, string>>) => {
      pulumi.runtime.setAllConfig({ [key("tokens")]: JSON.stringify([leastToken]), ...config });
      return readSettings().settings.cloud;
    };

    it("from its configuration", () => {
      assert.equal(read({ "azure-native:environment": "china", "azure-native:location": "chinanorth" }), "china");
    });

    it("from ARM_ENVIRONMENT", () => {
      process.env["ARM_ENVIRONMENT"] = "usgovernment";
      assert.equal(read({}), "usgovernment");
    });

    it("and refuses a cloud of the settings that it does not deploy to", () => {
      assert.throws(() => read({ [key("cloud")]: "china" }), {
        message:
          "1 problem in the settings:\n  azure-native:environment: is missing, so azure-native deploys to Azure's public cloud, but cloud is china. Set it to china, or remove cloud.",
      });
    });

    it("but requires none of a provider with endpoints of its own", () => {
      process.env["ARM_METADATA_HOSTNAME"] = "management.example";
      assert.equal(read({ [key("cloud")]: "china" }), "china");
    });
  });
});
