import type { Provider } from "./provider";

/** Auth0. */
export const auth0: Provider = {
  title: "Auth0",
  grantTypes: ["client_credentials", "refresh_token"],
  hosts: ["auth0.com"],
  pathOnOtherHosts: "/oauth/token",
  tokenUrlForm: "https://{domain}/oauth/token",
  defaults: { intervalMinutes: 720, assumedLifetimeMinutes: 1440 },
  alsoSet: "`tokenRequestParameters.audience`, the API's identifier, unless the tenant has a default audience",
  lifetime: "24 hours by default",
  rotation: "if enabled for the application; using an old one revokes all",
  tried: ["client_credentials", "refresh_token"],
  sources: [
    "https://auth0.com/docs/secure/tokens/access-tokens/get-access-tokens",
    "https://auth0.com/docs/secure/tokens/access-tokens/update-access-token-lifetime",
    "https://auth0.com/docs/secure/tokens/refresh-tokens/refresh-token-rotation",
  ],
};
