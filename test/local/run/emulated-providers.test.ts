import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { runLocally } from "../../../local/run/run-locally";
import {
  deployControlledStack,
  describeEnd,
  requireRefresh,
  runRefresh,
  type ControlledStack,
} from "../../../local/stack/controlled-stack";
import { stackConfiguration } from "../../stack-configuration";
import { misfitTokens } from "./misfit-tokens";
import { fittingTokens, nameOf } from "./fitting-tokens";

const silent = (): void => undefined;

/** The classes of a wrong client secret and of an unknown refresh token, where they are not the usual ones. */
const classes: Readonly<Record<string, Readonly<{ client?: string; refreshToken?: string }>>> = {
  "salesforce-refresh": { refreshToken: "invalid_grant_expired" },
  "okta-refresh": { refreshToken: "invalid_grant_expired" },
  google: { refreshToken: "invalid_grant_expired" },
  docusign: { refreshToken: "invalid_grant_expired" },
  // Status 401 for whatever is wrong: nobody can tell.
  "servicenow-refresh": { refreshToken: "invalid_client" },
};

describe("Stacks of the emulated providers", function () {
  // Its stack has more than thirty tokens, each from a server of its own.
  this.timeout(60_000);
  let stack: ControlledStack;
  before(async () => {
    stack = await deployControlledStack({
      tokens: [...fittingTokens, ...misfitTokens.map(({ settings }) => settings)],
    });
  });
  after(() => stack.azure.close());

  const refresh = async (name: string): Promise<string> => describeEnd(await runRefresh(stack, name));
  /** Refreshes with another value of a secret. */
  const refreshWith = async (name: string, secretName: string, good: string): Promise<string> => {
    stack.azure.keyVault.seedSecret(stack.vaultName, secretName, "not-the-right-value");
    const end = await refresh(name);
    stack.azure.keyVault.seedSecret(stack.vaultName, secretName, good);
    return end;
  };
  for (const name of fittingTokens.map(nameOf)) {
    it(`${name} is refreshed, and fails with the class of what its provider refuses`, async () => {
      const { token } = requireRefresh(stack, name);
      const { clientSecret = "", refreshToken } = stack.clients.get(name) ?? {};
      assert.equal(await refresh(name), "Succeeded");
      assert.equal(
        await refreshWith(name, token.clientSecretName, clientSecret),
        `Failed ${classes[name]?.client ?? "invalid_client"}`,
      );
      if (token.refreshTokenSecretName === undefined || refreshToken === undefined) return;
      assert.equal(
        await refreshWith(name, token.refreshTokenSecretName, refreshToken),
        `Failed ${classes[name]?.refreshToken ?? "invalid_grant"}`,
      );
    });
  }

  for (const { settings, class: failureClass } of misfitTokens) {
    it(`${nameOf(settings)} fails with ${failureClass}`, async () => {
      assert.equal(await refresh(nameOf(settings)), `Failed ${failureClass}`);
    });
  }

  it("do not hold in npm start where they do not fit, and the run has the same class", async () => {
    const [misfit] = misfitTokens;
    const configuration = stackConfiguration({ tokens: [misfit?.settings] }, { location: "westeurope" });
    const { stack: own, report } = await runLocally({ configuration, stack: "misfit", progress: silent });
    await own.azure.close();
    assert.equal(report.held, false);
    const [first] = report.runs;
    assert.deepEqual([first?.status, first?.code], ["Failed", misfit?.class]);
    const [fresh] = report.proofs;
    assert.deepEqual([fresh?.id, fresh?.held, fresh?.seen], ["fresh-token", false, "0 of 1; Failed BadAnswer"]);
  });
});
