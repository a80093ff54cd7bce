import type { Provider } from "./provider";

/** Okta, by a custom authorization server: the org's own takes no client secret for `client_credentials`. */
export const okta: Provider = {
  title: "Okta",
  grantTypes: ["client_credentials", "refresh_token"],
  hosts: ["okta.com", "oktapreview.com", "okta-emea.com"],
  pathOnOtherHosts: "/v1/token",
  tokenUrlForm: "https://{domain}/oauth2/{authorization server ID}/v1/token",
  defaults: { clientAuthentication: "basic", intervalMinutes: 30, assumedLifetimeMinutes: 60 },
  alsoSet: "`scope`, with a custom scope of the authorization server, unless that has a default scope",
  lifetime: "1 hour; 5 minutes to 24 hours where an access policy says so",
  rotation: "if enabled for the app, with a grace period; using an old one after it revokes all",
  tried: ["client_credentials", "refresh_token"],
  sources: [
    "https://developer.okta.com/docs/guides/implement-client-creds/",
    "https://support.okta.com/help/s/article/What-is-the-lifetime-of-the-JWT-tokens",
    "https://developer.okta.com/docs/guides/refresh-tokens/refresh-token-rotation/",
  ],
};
