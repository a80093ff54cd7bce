import type { Provider } from "./provider";

/** QuickBooks Online. */
export const quickbooks: Provider = {
  title: "QuickBooks Online",
  grantTypes: ["refresh_token"],
  hosts: ["oauth.platform.intuit.com"],
  defaults: {
    tokenUrl: "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer",
    clientAuthentication: "basic",
    intervalMinutes: 30,
    assumedLifetimeMinutes: 60,
  },
  lifetime: "1 hour; a refresh token 100 days from its last use, at most 5 years",
  rotation: "about once a day; until then, each answer repeats the same one",
  tried: ["refresh_token"],
  sources: [
    "https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0",
    "https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/faq",
    "https://github.com/intuit/QuickBooks-V3-Java-SDK/releases/tag/v6.5.4",
  ],
};
