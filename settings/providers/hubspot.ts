import type { Provider } from "./provider";

/** HubSpot. The endpoint `/oauth/v1/token` ends on February 16, 2027. */
export const hubspot: Provider = {
  title: "HubSpot",
  grantTypes: ["refresh_token", "client_credentials"],
  hosts: ["api.hubapi.com", "api.hubspot.com"],
  defaults: {
    tokenUrl: "https://api.hubapi.com/oauth/2026-03/token",
    intervalMinutes: 15,
    assumedLifetimeMinutes: 30,
  },
  lifetime: "30 minutes",
  rotation: "not documented; a new one in an answer is stored",
  tried: ["refresh_token"],
  sources: [
    "https://developers.hubspot.com/docs/api-reference/latest/authentication/manage-oauth-tokens",
    "https://developers.hubspot.com/docs/api-reference/2026-03/authentication/oauth-tokens/refresh-oauth-token",
    "https://developers.hubspot.com/changelog/v1-oauth-api-deprecation",
    "https://developers.hubspot.com/changelog/upcoming-expiration-of-oauth-access-tokens-is-changing",
  ],
};
