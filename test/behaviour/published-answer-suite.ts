import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { defaultReadings, describeReadings, type Readings } from "../../emulator/provenance";
import { searchForSecrets } from "../../local/leak-search";
import {
  deployControlledStack,
  describeEnd,
  runRefresh,
  type ControlledStack,
} from "../../local/stack/controlled-stack";
import { scriptedTokenServer, type ScriptedTokenServer } from "../../local/faults/scripted-token-server";
import { vaultAdministrator, type VaultAdministrator } from "../../local/faults/vault-administrator";
import { inventedTokens, publishedAnswers, type PublishedAnswer } from "../emulator/token-answers/token-answers";

const host = "login.example.com";
const day = 24 * 60 * 60_000;
const oldRefreshToken = "refresh-token-of-yesterday";

const needsRefreshToken = [
  "invalid_grant",
  "invalid_grant_expired",
  "invalid_grant_revoked",
  "invalid_grant_inactive_user",
  "consent_required",
];

/** Ends that lead to the right remedy, by what the answers are examples of. */
const rightEnds: Readonly<Record<string, readonly string[]>> = {
  successes: ["Succeeded"],
  lifetimes: ["Succeeded"],
  "content-types": ["Succeeded"],
  "refused-refresh-tokens": needsRefreshToken,
  "refused-clients": ["invalid_client"],
  "passing-errors": ["TokenServerUnavailable"],
  "errors-with-status-200": needsRefreshToken,
};

/** Ends that lead to the right remedy, where those of the file do not. */
const rightEndsOf: Readonly<Record<string, readonly string[]>> = {
  // RFC 6749, section 7.1.
  "rfc6749-example": ["TokenTypeNotSupported"],
  "slack-refresh": ["TokenTypeNotSupported"],
  // Not JSON: where a refresh token was used, it may be used up.
  "facebook-form": ["BadAnswer"],
  "github-form": ["RotatedRefreshTokenNotStored"],
  "n8n-html-called-json": ["RotatedRefreshTokenNotStored"],
  "mattermost-html-500": ["TokenServerUnavailable"],
  "cas-raw-text": needsRefreshToken,
  // "Expired due to inactivity" is no inactive user.
  "entra-inactivity": ["invalid_grant_expired"],
  "salesforce-ip-restricted": ["invalid_grant_ip_restricted"],
  "auth0-scopes": ["TokenRequestRefused", "invalid_scope"],
  "salesforce-login-rate": ["TokenServerRateLimit"],
  "salesforce-inactive-organization": ["invalid_grant_inactive_organization"],
  "salesforce-inactive-org": ["invalid_grant_inactive_organization"],
  // It cannot be told from what it says.
  "eve-online-unknown-client": ["TokenRequestRefused"],
  "kick-invalid": ["invalid_client"],
  "github-wrong-client-secret": ["invalid_client"],
  "slack-bad-client-secret": ["invalid_client"],
  "zoho-invalid-client": ["invalid_client"],
  "casdoor-invalid-client": ["invalid_client"],
  "casdoor-error-as-token": [...needsRefreshToken, "BadAnswer", "TokenTypeNotSupported"],
  "casdoor-error-beside-token": ["invalid_client", "BadAnswer", "TokenTypeNotSupported"],
  "arcgis-no-redirect-uri": ["TokenRequestRefused"],
};

/** Answers that have a new refresh token in a form that can be read. */
const rotates = ({ status, body, id }: PublishedAnswer): boolean =>
  status === 200 && body.includes(inventedTokens.refreshToken) && id !== "github-form";

/** Ends of an answer that is no JSON object, or is not called one, where a reading keeps its text from being read. */
const endsUnread = ["BadAnswer", "RotatedRefreshTokenNotStored", "TokenRequestRefused", "TokenServerUnavailable"];

/** Ends that an answer may have: a reading may change the class of a refusal that it hides, and loses no token. */
function endsUnder(readings: Readings, { id, kind, headers }: PublishedAnswer): readonly string[] {
  const ends = rightEndsOf[id] ?? rightEnds[kind] ?? [];
  const isAlwaysRead = (headers["content-type"] ?? "").startsWith("application/json");
  const isFixed = ends.includes("Succeeded") || ends.includes("RotatedRefreshTokenNotStored");
  return readings === defaultReadings || isAlwaysRead || isFixed ? ends : [...ends, ...endsUnread];
}

/** Tests what a refresh makes of each published answer, by its grant. */
export function testPublishedAnswers(writePath: "connector" | "http", readings: Readings): void {
  const where = [writePath, describeReadings(readings)].filter((part) => part !== "").join(", ");
  describe(`A refresh, by the published answers of token endpoints (${where}),`, () => {
    let stack: ControlledStack;
    let administrator: VaultAdministrator;
    let tokenServer: ScriptedTokenServer;

    before(async () => {
      const token = {
        tokenUrl: `https://${host}/oauth2/token`,
        clientId: "a-client",
        clientSecretName: "the-client-secret",
        instanceUrl: "none",
        writePath,
      };
      const byRefreshToken = { grantType: "refresh_token", refreshTokenSecretName: "the-refresh-token" };
      const tokens = [
        { ...token, secretName: "client-credentials" },
        { ...token, secretName: "refresh-token", ...byRefreshToken },
      ];
      stack = await deployControlledStack({ tokens }, readings);
      administrator = await vaultAdministrator(stack);
      tokenServer = scriptedTokenServer(stack, host);
      // A grant may take minutes to hold.
      stack.clock.advanceTo(new Date(stack.clock.now().getTime() + 15 * 60_000));
    });
    after(() => stack.azure.close());

    for (const answer of publishedAnswers) {
      const expected = endsUnder(readings, answer);
      it(`ends ${expected.join(" or ")} for ${answer.id}: ${answer.shows}`, async () => {
        const { keyVault } = stack.azure;
        const name = answer.grant === "refresh_token" ? "refresh-token" : "client-credentials";
        keyVault.seedSecret(stack.vaultName, "the-refresh-token", oldRefreshToken);
        const before = keyVault.versions(stack.vaultName, name).length;
        const { status, body } = answer;
        const { "content-type": type } = answer.headers;
        const headers = type === undefined ? {} : { "content-type": type };
        const { result: run } = await tokenServer.while({ status, headers, body }, () => runRefresh(stack, name));

        const end = describeEnd(run).replace(/^Failed /, "");
        assert.ok(expected.includes(end), `ended ${end}`);
        const versions = keyVault.versions(stack.vaultName, name);
        assert.equal(versions.length - before, end === "Succeeded" ? 1 : 0);
        if (end === "Succeeded") {
          assert.equal(await administrator.valueOf(name), inventedTokens.accessToken);
          const lifetime = (versions.at(-1)?.exp?.getTime() ?? 0) - stack.clock.now().getTime();
          assert.ok(lifetime > 0 && lifetime <= day, `expires in ${lifetime / 60_000} minutes`);
        }
        if (name === "refresh-token") {
          const kept = rotates(answer) ? inventedTokens.refreshToken : oldRefreshToken;
          assert.equal(await administrator.valueOf("the-refresh-token"), kept);
        }
        const secrets = [...Object.values(inventedTokens), oldRefreshToken];
        assert.deepEqual(searchForSecrets({ secrets, places: [{ name: "run", content: JSON.stringify(run) }] }), []);
      });
    }
  });
}
