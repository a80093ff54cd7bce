import { crmToken } from "./scenario-settings";
import type { Scenario } from "./scenario";

const tokens = [crmToken];
const knownSince = {
  "web:Connection set-secret": ["properties"],
  "web:CustomApi set-secret": ["properties"],
  "logic:Workflow refresh-crm-token": ["definition"],
};

/** Grants at the secret instead of at the vault. */
export const grantScope: Scenario = {
  name: "grant-scope",
  steps: {
    first: { change: "one token, `grantScope` vault", settings: { grantScope: "vault", tokens } },
    secret: { change: "`grantScope` secret", settings: { grantScope: "secret", tokens }, knownSince },
  },
};

/** Another authorization model and back. */
export const authorizationModel: Scenario = {
  name: "authorization-model",
  steps: {
    first: { change: "one token, rbac", settings: { authorizationModel: "rbac", tokens } },
    policy: {
      change: "`authorizationModel` accessPolicy",
      settings: { authorizationModel: "accessPolicy", tokens },
      knownSince,
    },
    rbac: {
      change: "`authorizationModel` rbac again",
      settings: { authorizationModel: "rbac", tokens },
      knownSince,
    },
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
