import type { Provider } from "./provider";

/** Zoom: `account_credentials` for server-to-server apps, `refresh_token` otherwise. */
export const zoom: Provider = {
  title: "Zoom",
  grantTypes: ["account_credentials", "refresh_token", "client_credentials"],
  hosts: ["zoom.us"],
  // Zoom for Government has a host of its own.
  pathOnOtherHosts: "/oauth/token",
  defaults: {
    tokenUrl: "https://zoom.us/oauth/token",
    clientAuthentication: "basic",
    intervalMinutes: 30,
    assumedLifetimeMinutes: 60,
  },
  lifetime: "1 hour",
  rotation: "each time; account_credentials has no refresh token",
  tried: ["account_credentials", "refresh_token"],
  sources: [
    "https://developers.zoom.us/docs/internal-apps/s2s-oauth/",
    "https://devsupport.zoom.us/hc/en-us/articles/360060332931-Extending-the-expiration-for-an-OAuth-access-token",
  ],
};
