import { crmToken } from "./scenario-settings";
import type { Scenario } from "./scenario";

const tokens = [crmToken];

/** Grants at the secret instead of at the vault. */
export const grantScope: Scenario = {
  name: "grant-scope",
  steps: {
    first: { change: "one token, `grantScope` vault", settings: { grantScope: "vault", tokens } },
    secret: { change: "`grantScope` secret", settings: { grantScope: "secret", tokens } },
  },
};

/** Another authorization model and back. */
export const authorizationModel: Scenario = {
  name: "authorization-model",
  steps: {
    first: { change: "one token, rbac", settings: { authorizationModel: "rbac", tokens } },
    policy: { change: "`authorizationModel` accessPolicy", settings: { authorizationModel: "accessPolicy", tokens } },
    rbac: { change: "`authorizationModel` rbac again", settings: { authorizationModel: "rbac", tokens } },
  },
};

/** Three tokens of which only the second stays: the access policies that go are not neighbours in their chain. */
export const fewerTokens: readonly Scenario[] = (["system", "user"] as const).map((identity) => {
  const [first, second, third] = ["aa", "bb", "cc"].map((prefix) => ({
    ...crmToken,
    secretName: `${prefix}-token`,
    clientSecretName: `${prefix}-secret`,
    writePath: "http",
  }));
  const settings = { authorizationModel: "accessPolicy", identity };
  return {
    name: `three-tokens-${identity}`,
    steps: {
      first: {
        change: `three tokens, accessPolicy, identity ${identity}`,
        settings: { ...settings, tokens: [first, second, third] },
      },
      middle: { change: "only the second token kept", settings: { ...settings, tokens: [second] } },
    },
  };
});
