import type { Provider } from "./provider";

/** Xero: `client_credentials` for a Custom Connection, `refresh_token` otherwise. */
export const xero: Provider = {
  title: "Xero",
  grantTypes: ["client_credentials", "refresh_token"],
  hosts: ["identity.xero.com"],
  defaults: {
    tokenUrl: "https://identity.xero.com/connect/token",
    clientAuthentication: "basic",
    intervalMinutes: 15,
    assumedLifetimeMinutes: 30,
  },
  lifetime: "30 minutes; an unused refresh token 60 days",
  rotation: "each time; the old one works for 30 minutes more",
  tried: ["client_credentials", "refresh_token"],
  sources: [
    "https://developer.xero.com/faq/oauth2",
    "https://developer.xero.com/faq/custom-integration",
    "https://community.xero.com/developer/discussion/105714701/",
  ],
};
