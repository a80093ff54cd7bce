import { byClientCredentials, byRefreshToken } from "./fitting-tokens";

/** A token whose settings do not fit its provider, and the class with which its refresh fails in Azure. */
export interface MisfitToken {
  readonly settings: object;
  readonly class: string;
}

const misfit = (failureClass: string, settings: object): MisfitToken => ({ settings, class: failureClass });

const ownServer = "https://login.example.com/oauth2/token";
const salesforce = "https://contoso.my.salesforce.com/services/oauth2/token";
const okta = "https://contoso.okta.com/oauth2/default/v1/token";
const auth0 = "https://contoso.eu.auth0.com/oauth/token";

/** Tokens whose settings do not fit their providers. */
export const misfitTokens: readonly MisfitToken[] = [
  // An instance_url that the server does not send, or one of a host that is not allowed.
  misfit("BadAnswer", byClientCredentials("own-server-with-instance-url", ownServer, { instanceUrl: "tag" })),
  misfit("BadAnswer", byRefreshToken("auth0-with-instance-url", auth0, { instanceUrl: "secret" })),
  misfit(
    "BadAnswer",
    byClientCredentials("salesforce-of-another-host", salesforce, {
      instanceUrl: "tag",
      allowedInstanceUrlSuffixes: ["fabrikam.com"],
    }),
  ),
  // A parameter that the provider requires.
  misfit("invalid_scope", byClientCredentials("okta-without-scope", okta)),
  misfit("TokenRequestRefused", byClientCredentials("auth0-without-audience", auth0)),
  // A grant that the provider does not have.
  misfit(
    "TokenRequestRefused",
    byClientCredentials("github-client-credentials", "https://github.com/login/oauth/access_token"),
  ),
  // Credentials in the form, which the provider takes in a header only.
  misfit(
    "invalid_client",
    byRefreshToken("xero-in-form", "https://identity.xero.com/connect/token", { clientAuthentication: "post" }),
  ),
  misfit("invalid_client", byClientCredentials("spotify-in-form", "https://accounts.spotify.com/api/token")),
  // Another path than that of the token endpoint.
  misfit(
    "TokenRequestRefused",
    byClientCredentials("salesforce-at-another-path", "https://contoso.my.salesforce.com/oauth/token", {
      instanceUrl: "tag",
    }),
  ),
];
