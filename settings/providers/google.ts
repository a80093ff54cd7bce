import type { Provider } from "./provider";

/** Google. Its service accounts sign an assertion, which Logic Apps expressions cannot do. */
export const google: Provider = {
  title: "Google",
  grantTypes: ["refresh_token"],
  hosts: ["oauth2.googleapis.com", "accounts.google.com", "www.googleapis.com"],
  defaults: {
    tokenUrl: "https://oauth2.googleapis.com/token",
    intervalMinutes: 30,
    assumedLifetimeMinutes: 60,
  },
  lifetime: "about 1 hour; a refresh token until it is revoked or not used for 6 months",
  rotation: "never",
  tried: ["refresh_token"],
  sources: [
    "https://developers.google.com/identity/protocols/oauth2/web-server",
    "https://developers.google.com/identity/protocols/oauth2",
  ],
};
