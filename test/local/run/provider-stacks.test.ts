import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { runLocally } from "../../../local/run/run-locally";
import { stackConfiguration } from "../../../local/stack/stack-configuration";
import { providerNames } from "../../../settings/providers";
import { fittingTokens, nameOf } from "./fitting-tokens";
import { publishedAnswers } from "../../behaviour/published-answers";

/** One grant of each provider that was tried, with the provider's defaults and what has none. */
const tokens = providerNames.flatMap((provider) => {
  const published = publishedAnswers.find((answer) => answer.provider === provider);
  if (published === undefined) return [];
  const { grantType, keys } = published;
  const refreshed = grantType === "refresh_token" ? { refreshTokenSecretName: `${provider}-first-refresh` } : {};
  const client = { clientId: `first client of ${provider}`, clientSecretName: `${provider}-client` };
  return [{ secretName: `${provider}-token`, provider, grantType, ...client, ...refreshed, ...keys }];
});

describe("npm start with a token of each provider", () => {
  it("runs each refresh, and every proof holds, the rotation of each server that rotates too", async function () {
    this.timeout(120_000);
    const rotating = ["salesforce-refresh", "auth0", "own-server-refresh"];
    const others = fittingTokens.filter((token) =>
      [...rotating, "entra-refresh", "google", "servicenow-refresh"].includes(nameOf(token)),
    );
    const configuration = stackConfiguration({ tokens: [...tokens, ...others] }, { location: "westeurope" });
    const { stack, report } = await runLocally({ configuration, stack: "providers", progress: () => undefined });
    await stack.azure.close();
    const failed = report.runs.filter(({ status }) => status !== "Succeeded");
    assert.deepEqual(failed, []);
    const refreshes = report.runs.filter(({ workflow }) => workflow.startsWith("refresh-"));
    assert.equal(refreshes.length, providerNames.length + others.length);
    assert.deepEqual(
      report.proofs.filter(({ held, control }) => !held || !control.held),
      [],
    );
    assert.equal(report.held, true);
    const proven = report.proofs.flatMap(({ id, claim }) =>
      id === "rotation" ? [/refresh token of (.+) works/.exec(claim)?.[1]] : [],
    );
    assert.deepEqual(proven, rotating);
  });
});
