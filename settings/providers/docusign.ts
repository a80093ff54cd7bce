import type { Provider } from "./provider";

/** Docusign. Its JWT grant signs an assertion, which Logic Apps expressions cannot do. */
export const docusign: Provider = {
  title: "Docusign",
  grantTypes: ["refresh_token"],
  hosts: ["account.docusign.com", "account-d.docusign.com"],
  defaults: {
    tokenUrl: "https://account.docusign.com/oauth/token",
    clientAuthentication: "basic",
    intervalMinutes: 240,
    assumedLifetimeMinutes: 480,
  },
  alsoSet: "`tokenUrl`: https://account-d.docusign.com/oauth/token for a developer account",
  lifetime: "8 hours; a refresh token 30 days",
  rotation: "each time",
  tried: ["refresh_token"],
  sources: [
    "https://developers.docusign.com/platform/auth/reference/obtain-access-token",
    "https://www.docusign.com/blog/developers/authorization-code-grant-refresh-tokens",
  ],
};
