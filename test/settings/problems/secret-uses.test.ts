import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { leastToken, problemsOf, refreshToken } from "../settings-under-test";

describe("the secrets of the settings", () => {
  const cases: [title: string, tokens: Record<string, unknown>[], allowed: string[], ...problems: string[]][] = [
    [
      "two tokens in one secret",
      [leastToken, { ...refreshToken, secretName: "salesforce-token" }],
      [],
      "tokens[1].secretName: is the same secret as tokens[0].secretName. Each token needs its own secret. Use another name.",
    ],
    [
      "names that differ only in case",
      [leastToken, { ...refreshToken, secretName: "Salesforce-Token" }],
      [],
      "tokens[1].secretName: differs only in case (which Key Vault ignores) from tokens[0].secretName. Each token needs its own secret. Use another name.",
    ],
    [
      "a token in its own client secret",
      [{ ...leastToken, clientSecretName: "salesforce-token" }],
      [],
      "tokens[0].clientSecretName: is the same secret as tokens[0].secretName, which holds the token. A secret can have only one purpose. Use another name.",
    ],
    [
      "a token in another token's refresh token",
      [refreshToken, { ...leastToken, secretName: "other-refresh-token" }],
      [],
      "tokens[1].secretName: is the same secret as tokens[0].refreshTokenSecretName, which holds the refresh token. A secret can have only one purpose. Use another name.",
    ],
    [
      "a client id in the client secret",
      [{ ...refreshToken, clientIdSecretName: "OTHER-client-secret" }],
      [],
      "tokens[0].clientSecretName: differs only in case (which Key Vault ignores) from tokens[0].clientIdSecretName, which holds the client ID. A secret can have only one purpose. Use another name.",
    ],
    [
      "an instance URL in another token's secret",
      [
        { ...refreshToken, secretName: "salesforce-token-instance-url" },
        { ...leastToken, instanceUrl: "secret" },
      ],
      [],
      "tokens[1].instanceUrl: is the same secret as tokens[0].secretName, which holds the token. A secret can have only one purpose. It is named {secretName}-instance-url: rename the token's secret, or set instanceUrl to tag.",
    ],
    [
      "one refresh token for two tokens",
      [refreshToken, { ...refreshToken, secretName: "second-token" }],
      [],
      "tokens[1].refreshTokenSecretName: is the same secret as tokens[0].refreshTokenSecretName. The first refresh that rotates it would invalidate it for the other token. Obtain a refresh token for each.",
    ],
    [
      "one client secret for two clients",
      [leastToken, { ...leastToken, secretName: "second-token", clientId: "another-client" }],
      [],
      "tokens[1].clientSecretName: is the same secret as tokens[0].clientSecretName, which belongs to another client. A secret can have only one purpose. Use another name.",
    ],
    ...(
      [
        ["client secret", "OTHER-client-secret", "clientSecretName"],
        ["client ID", "other-client-id", "clientIdSecretName"],
        ["refresh token", "other-refresh-token", "refreshTokenSecretName"],
      ] as const
    ).map(([credential, name, key]): [string, Record<string, unknown>[], string[], string] => [
      `an allowed name that is a ${credential}`,
      [leastToken, refreshToken],
      ["partner-api-key", name],
      `allowedSecretNames[1]: is the ${credential} of tokens[1].${key}: anyone with access to the connector could replace that credential. Remove it.`,
    ]),
    [
      "an allowed name that is a token",
      [leastToken],
      ["salesforce-token"],
      "allowedSecretNames[0]: is the token's secret of tokens[0].secretName, which only the refresh may write. Remove it.",
    ],
    [
      "an allowed name twice",
      [leastToken],
      ["partner-api-key", "x", "Partner-API-Key"],
      "allowedSecretNames[2]: is the same name as allowedSecretNames[0]. Remove one of them.",
    ],
  ];
  for (const [title, tokens, allowedSecretNames, ...problems] of cases) {
    it(`refuse ${title}`, () => {
      assert.deepEqual(problemsOf({ tokens, allowedSecretNames }), problems);
    });
  }

  it("are compared although other keys, and other allowed names, are wrong", () => {
    const tokens = [{ ...leastToken, tokenUrl: "http://example.com" }];
    assert.deepEqual(
      problemsOf({ tokens, allowedSecretNames: ["no name", "salesforce-client-secret"] }).map(
        (text) => text.split(":")[0],
      ),
      ["allowedSecretNames[0]", "tokens[0].tokenUrl", "allowedSecretNames[1]"],
    );
  });
});
