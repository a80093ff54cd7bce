import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, inferredFrom, reconstructed, refused, reportedAt } from "../declaration/origins";

const rotation = "https://docs.slack.dev/authentication/using-token-rotation";
const access = "https://docs.slack.dev/reference/methods/oauth.v2.access";

const failed = (error: string) => ({ ok: false, error });

/** Slack: `ok` in every body, errors with status 200, and a `token_type` of its own. */
export const slack = declareProvider({
  name: "slack",
  hosts: ["slack.com"],
  tokenPath: /^\/api\/oauth\.v2\.access$/,
  answer: {
    body: ({ accessToken, expiresIn, refreshToken, scope }) => ({
      ok: true,
      access_token: accessToken,
      expires_in: expiresIn,
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      token_type: "bot",
      scope: scope ?? "commands",
      bot_user_id: "U0KRQLJ9H",
      app_id: "A0KRD7HC3",
    }),
    ...reconstructed(documentedAt(rotation)),
  },
  clientAuthentication: fact(["basic", "post"], documentedAt(access)),
  grantTypes: fact(["refresh_token"], documentedAt(rotation)),
  lifetimeSeconds: fact(43_200, documentedAt(rotation)),
  refreshTokens: fact({ answered: "new" }, documentedAt(rotation)),
  refusals: {
    invalid_client: refused(
      200,
      failed("bad_client_secret"),
      documentedAt("https://api.slack.com/methods/oauth.v2.exchange"),
    ),
    invalid_grant: refused(
      200,
      failed("invalid_refresh_token"),
      reportedAt("https://hex.pm/packages/slack_kit/1.0.0-alpha.0/files/priv/docs/methods/tooling.tokens.rotate.json"),
    ),
    unsupported_grant_type: refused(
      200,
      failed("invalid_grant_type"),
      reportedAt("https://hexdocs.pm/notion_api/SlackWeb.Oauth.V2-function-access.html"),
    ),
    invalid_request: refused(200, failed("invalid_arguments"), inferredFrom(access)),
  },
});
