import type { Provider } from "./provider";

/** ServiceNow. An administrator enables `client_credentials` with a system property. */
export const servicenow: Provider = {
  title: "ServiceNow",
  grantTypes: ["client_credentials", "refresh_token"],
  hosts: ["service-now.com"],
  pathOnOtherHosts: "/oauth_token.do",
  tokenUrlForm: "https://{instance}.service-now.com/oauth_token.do",
  defaults: { intervalMinutes: 10, assumedLifetimeMinutes: 30 },
  lifetime: "30 minutes by default; a refresh token 100 days",
  rotation: "not documented; a new one in an answer is stored",
  tried: ["refresh_token"],
  sources: [
    "https://www.servicenow.com/docs/r/zurich/platform-security/authentication/t_ManageTokens.html",
    "https://www.servicenow.com/docs/r/zurich/platform-security/authentication/r_OAuthAPIRequestParameters.html",
    "https://docs.servicenow.com/bundle/washingtondc-platform-security/page/integrate/authentication/concept/client-credentials.html",
  ],
};
