import {
  createAuthorizationServer,
  findProvider,
  type AuthorizationServer,
  type OAuthProvider,
} from "../../../emulator/authorization-server";
import { ControlledClock } from "../../../emulator/clock";
import { createNetwork, type HttpAnswer, type Network } from "../../../emulator/network";

/** A token URL of each provider. */
export const tokenUrls = {
  salesforce: "https://contoso.my.salesforce.com/services/oauth2/token",
  entra: "https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/oauth2/v2.0/token",
  "entra-b2c": "https://contoso.b2clogin.com/contoso.onmicrosoft.com/oauth2/v2.0/token?p=b2c_1_signin",
  auth0: "https://contoso.eu.auth0.com/oauth/token",
  okta: "https://contoso.okta.com/oauth2/default/v1/token",
  google: "https://oauth2.googleapis.com/token",
  hubspot: "https://api.hubapi.com/oauth/v1/token",
  xero: "https://identity.xero.com/connect/token",
  quickbooks: "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer",
  zoom: "https://zoom.us/oauth/token",
  docusign: "https://account-d.docusign.com/oauth/token",
  servicenow: "https://contoso.service-now.com/oauth_token.do",
  github: "https://github.com/login/oauth/access_token",
  slack: "https://slack.com/api/oauth.v2.access",
  zoho: "https://accounts.zoho.eu/oauth/v2/token",
  fitbit: "https://api.fitbit.com/oauth2/token",
  spotify: "https://accounts.spotify.com/api/token",
  keycloak: "https://sso.contoso.example:8443/realms/contoso/protocol/openid-connect/token",
  rfc6749: "https://login.contoso.example/oauth2/token",
} as const;

export type ProviderName = keyof typeof tokenUrls;

/** A provider of the emulator, served on a network of its own. */
export interface ServedProvider {
  readonly network: Network;
  readonly clock: ControlledClock;
  readonly server: AuthorizationServer;
  readonly provider: OAuthProvider;
  /** Sends a token request, authenticated as the provider takes it unless the changes say otherwise. */
  request(
    this: void,
    changes?: RequestChanges,
  ): Promise<HttpAnswer & { readonly json: Readonly<Record<string, unknown>> }>;
}

/** Differences from a request that the provider accepts. */
export interface RequestChanges {
  readonly clientSecret?: string;
  readonly authentication?: "basic" | "post";
  /** Form parameters; undefined ones are left out. */
  readonly form?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** @default the token URL */
  readonly url?: string;
}

export const client = { clientId: "the-client", clientSecret: "secret of the client: 100% + more" };

/** Parameters that some provider requires, with values that it takes. */
const required = { scope: "api", audience: "https://api.contoso.example", account_id: "contoso" };

/** Serves a provider, with a client for one grant. The caller closes the network. */
export async function serveProvider(name: ProviderName, grantType: string): Promise<ServedProvider> {
  const tokenUrl = tokenUrls[name];
  const network = await createNetwork();
  const clock = new ControlledClock(new Date("2026-11-02T08:17:00Z"));
  const server = await createAuthorizationServer({ network, clock, tokenUrl, clients: [{ ...client, grantType }] });
  const provider = findProvider(tokenUrl);
  return {
    network,
    clock,
    server,
    provider,
    request: async (changes = {}) => {
      const { clientSecret = client.clientSecret, authentication, form = {}, headers = {}, url = tokenUrl } = changes;
      const byForm = (authentication ?? provider.clientAuthentication.value.at(-1)) === "post";
      const parameter = provider.requires[grantType]?.parameter as keyof typeof required | undefined;
      const parameters: Readonly<Record<string, string | undefined>> = {
        grant_type: grantType,
        ...(byForm ? { client_id: client.clientId, client_secret: clientSecret } : {}),
        ...(parameter === undefined ? {} : { [parameter]: required[parameter] }),
        ...form,
      };
      const credentials = [client.clientId, clientSecret].map(encodeURIComponent).join(":");
      const answer = await network.send({
        method: "POST",
        url,
        headers: {
          accept: "application/json",
          "content-type": "application/x-www-form-urlencoded",
          ...(byForm ? {} : { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` }),
          ...headers,
        },
        body: new URLSearchParams(
          Object.entries(parameters).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
        ).toString(),
      });
      const isJson = answer.body.startsWith("{");
      return { ...answer, json: isJson ? (JSON.parse(answer.body) as Readonly<Record<string, unknown>>) : {} };
    },
  };
}
