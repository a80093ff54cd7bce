import { clouds } from "../../../azure";
import type { ProviderName } from "../../../settings/providers";

/** A token endpoint of the matrix, and what a token that it issues is requested with. */
export interface TokenServer {
  readonly tokenUrl: string;
  /** Name in the settings. @default "generic" */
  readonly provider?: ProviderName;
  /** Tells that the URL is the provider's default, and left out. @default false */
  readonly leftOut?: boolean;
  /** A scope that the server has. */
  readonly scope: string;
}

/** Token endpoints by name, the usual one first: any server of RFC 6749, and providers with answers of their own. */
export const tokenServers = {
  "own server": { tokenUrl: "https://login.example.com/oauth2/token", scope: "orders.read orders.write" },
  salesforce: {
    tokenUrl: "https://contoso.my.salesforce.com/services/oauth2/token",
    provider: "salesforce",
    scope: "api",
  },
  "salesforce login": {
    tokenUrl: "https://login.salesforce.com/services/oauth2/token",
    provider: "salesforce",
    scope: "api refresh_token",
  },
  entra: {
    tokenUrl: `https://${clouds.public.loginHost}/11111111-2222-4333-8444-555555555555/oauth2/v2.0/token`,
    provider: "entra",
    scope: `${clouds.public.graph}/.default`,
  },
  auth0: { tokenUrl: "https://contoso.eu.auth0.com/oauth/token", provider: "auth0", scope: "read:orders" },
  okta: {
    tokenUrl: "https://contoso.okta.com/oauth2/default/v1/token",
    provider: "okta",
    scope: "orders.read",
  },
  keycloak: {
    tokenUrl: "https://sso.contoso.example:8443/realms/contoso/protocol/openid-connect/token",
    provider: "keycloak",
    scope: "profile email",
  },
  google: {
    tokenUrl: "https://oauth2.googleapis.com/token",
    provider: "google",
    leftOut: true,
    scope: "https://www.googleapis.com/auth/drive.readonly",
  },
  zoom: { tokenUrl: "https://zoom.us/oauth/token", provider: "zoom", leftOut: true, scope: "user:read:admin" },
  xero: { tokenUrl: "https://identity.xero.com/connect/token", provider: "xero", scope: "accounting.transactions" },
  hubspot: { tokenUrl: "https://api.hubapi.com/oauth/v1/token", provider: "hubspot", scope: "crm.objects.read" },
  quickbooks: {
    tokenUrl: "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer",
    provider: "quickbooks",
    scope: "com.intuit.quickbooks.accounting",
  },
  servicenow: {
    tokenUrl: "https://contoso.service-now.com/oauth_token.do",
    provider: "servicenow",
    scope: "useraccount",
  },
  github: { tokenUrl: "https://github.com/login/oauth/access_token", scope: "repo" },
  zoho: { tokenUrl: "https://accounts.zoho.eu/oauth/v2/token", scope: "ZohoCRM.modules.READ" },
} as const satisfies Readonly<Record<string, TokenServer>>;

/** Name of a token endpoint of the matrix. */
export type TokenServerName = keyof typeof tokenServers;
