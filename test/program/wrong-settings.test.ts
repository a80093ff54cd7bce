import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import program from "../../index";
import { construct } from "../construction/construct";
import { leastToken, stackConfiguration } from "../stack-configuration";

/** What the program says to settings that are wrong, and what it had registered by then. */
async function refused(
  settings: Readonly<Record<string, unknown>>,
  azureNative: Readonly<Record<string, string>> = {},
): Promise<{ readonly message: string; readonly registered: number }> {
  let message = "";
  const { resources } = await construct(
    () => {
      try {
        program();
      } catch (error) {
        // The engine prints a RunError without its stack.
        assert.ok(pulumi.RunError.isInstance(error), String(error));
        ({ message } = error);
      }
      return {};
    },
    { configuration: stackConfiguration(settings, azureNative) },
  );
  return { message, registered: resources.length };
}

describe("The program with wrong settings", () => {
  it("says everything that is wrong at once, and registers nothing", async () => {
    const { message, registered } = await refused({
      tokens: [
        { ...leastToken, intervalMinutes: 0, tokenUrl: "http://login.example.com/token" },
        { ...leastToken, clientSecretName: "not a name" },
      ],
      vaultname: "kv-tokens",
      identity: "both",
    });
    assert.equal(registered, 0);
    const [heading, ...problems] = message.split("\n");
    assert.equal(heading, `${problems.length} problems in the settings:`);
    assert.deepEqual(problems.map((problem) => problem.trim().split(":")[0]).sort(), [
      "identity",
      "tokens[0].intervalMinutes",
      "tokens[0].tokenUrl",
      "tokens[1].clientSecretName",
      "tokens[1].secretName",
      "vaultname",
    ]);
  });

  it("asks for a token where there are no settings at all", async () => {
    const { message, registered } = await refused({});
    assert.match(message, /^1 problem in the settings:\n {2}tokens: /);
    assert.equal(registered, 0);
  });

  it("refuses a cloud that the provider does not deploy to", async () => {
    const { message, registered } = await refused({ tokens: [leastToken], cloud: "public" }, { environment: "china" });
    assert.match(message, /^1 problem in the settings:\n {2}azure-native:environment: is china, /);
    assert.equal(registered, 0);
  });

  it("never repeats what may be a secret", async () => {
    const { message } = await refused({
      tokens: [{ ...leastToken, clientSecretName: "Zm9vYmFy+planted/secret==", clientSecret: "planted-secret-2" }],
    });
    assert.match(message, /^2 problems in the settings:/);
    assert.doesNotMatch(message, /planted/);
  });
});
