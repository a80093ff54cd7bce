import { auth0 } from "./auth0";
import { docusign } from "./docusign";
import { dynamics } from "./dynamics";
import { entra } from "./entra";
import { generic } from "./generic";
import { google } from "./google";
import { hubspot } from "./hubspot";
import { keycloak } from "./keycloak";
import { okta } from "./okta";
import type { Provider } from "./provider";
import { quickbooks } from "./quickbooks";
import { salesforce } from "./salesforce";
import { servicenow } from "./servicenow";
import { xero } from "./xero";
import { zoom } from "./zoom";

export type { Provider, ProviderDefaults, RequiredParameter } from "./provider";

const all = {
  salesforce,
  entra,
  auth0,
  okta,
  keycloak,
  google,
  hubspot,
  xero,
  quickbooks,
  zoom,
  docusign,
  servicenow,
  dynamics,
  generic,
};

/** Name of a provider in the settings. */
export type ProviderName = keyof typeof all;

/** The known providers; of two on the same host, the first is assumed. */
export const providers: Readonly<Record<ProviderName, Provider>> = all;

/** Names of the known providers, in the order of the reference. */
export const providerNames = Object.keys(all) as [ProviderName, ...ProviderName[]];
