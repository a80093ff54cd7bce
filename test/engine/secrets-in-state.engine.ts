import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { asString } from "../../definition/json";
import { searchForSecrets } from "../../local/leak-search";
import { fittingRefreshToken, fittingToken } from "../stack-configuration";
import { storeCredentials } from "./deployed-credentials";
import { onStack } from "./engine-stack";
import { expectChanges } from "./stack-life/stack-life";

describe("the state that Pulumi's engine keeps", () => {
  it("holds no secret in readable form: no value of the vault, no key of the relay", () => {
    const settings = { tokens: [fittingToken, fittingRefreshToken] };
    return onStack(settings, async (stack) => {
      assert.equal((await stack.run("up")).succeeded, true);
      const { refresh } = await storeCredentials(stack, settings);
      for (const { secretName } of settings.tokens) assert.equal(await refresh(secretName), "Succeeded");
      expectChanges(await stack.run("refresh"), []);
      expectChanges(await stack.run("up"), []);

      const { relayKey, connectorName } = await stack.outputs();
      const values = stack.azure.keyVault.values();
      assert.equal(values.length, 6);
      const secrets = [asString(relayKey), ...values];
      const places = await stack.stateFiles();
      assert.deepEqual(searchForSecrets({ secrets, places }), []);
      // What is no secret is found: the search reads what it should.
      assert.ok(searchForSecrets({ secrets: [asString(connectorName)], places }).length > 0);
    });
  });
});
