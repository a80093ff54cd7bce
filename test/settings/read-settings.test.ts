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

  it("refuses the other clouds that the provider can deploy to", () => {
    const azure = { "azure-native:environment": "china", "azure-native:location": "chinanorth" };
    pulumi.runtime.setAllConfig({ [key("tokens")]: JSON.stringify([leastToken]), ...azure });
    assert.throws(readSettings, {
      message:
        "1 problem in the settings:\n  azure-native:environment: is not the public cloud, which is the only one supported. Remove it, or set it to public.",
    });
  });
});
