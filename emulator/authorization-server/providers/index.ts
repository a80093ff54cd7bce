import type { OAuthProvider } from "../oauth-provider";
import { rfc6749 } from "../rfc6749";
import { auth0 } from "./auth0";
import { docusign } from "./docusign";
import { entra } from "./entra";
import { entraB2c } from "./entra-b2c";
import { fitbit } from "./fitbit";
import { github } from "./github";
import { google } from "./google";
import { hubspot } from "./hubspot";
import { keycloak } from "./keycloak";
import { okta } from "./okta";
import { quickbooks } from "./quickbooks";
import { salesforce } from "./salesforce";
import { servicenow } from "./servicenow";
import { slack } from "./slack";
import { spotify } from "./spotify";
import { xero } from "./xero";
import { zoho } from "./zoho";
import { zoom } from "./zoom";

/** The providers with answers of their own, those known by their hosts first, and a server of RFC 6749 for all others. */
export const providers: readonly OAuthProvider[] = [
  salesforce,
  entra,
  entraB2c,
  auth0,
  okta,
  google,
  hubspot,
  xero,
  quickbooks,
  zoom,
  docusign,
  servicenow,
  github,
  slack,
  zoho,
  fitbit,
  spotify,
  keycloak,
  rfc6749,
];

/** Finds the provider that answers at a token URL: by its host, and by its path where the host tells nothing. */
export function findProvider(tokenUrl: string): OAuthProvider {
  const { hostname, pathname } = new URL(tokenUrl);
  const host = hostname.replace(/\.$/, "");
  const isHost = (pattern: string): boolean =>
    pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;
  const found =
    providers.find(({ hosts }) => hosts.some(isHost)) ??
    providers.find(({ hosts, tokenPath }) => hosts.length === 0 && tokenPath?.test(pathname) === true);
  return found ?? rfc6749;
}
