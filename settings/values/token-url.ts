import { endpointUrlProblem } from "./endpoint-url";
import { salesforceHostProblem } from "./salesforce-host";
import { hostOf } from "./host";
import { unreachableHostProblem } from "./unreachable-host";

/** Last segments of the paths of other endpoints, with what is at each. */
const otherEndpoints: readonly (readonly [path: RegExp, kind: string])[] = [
  // /auth alone is a token endpoint at some providers; behind these segments it is Keycloak's, Google's or Docusign's.
  [
    /\/(?:authorize|authorise|authorization|oauth_auth\.do)\/?$|\/(?:openid-connect|oauth|oauth2(?:\/v\d)?)\/auth\/?$/i,
    "an authorization endpoint, where people sign in",
  ],
  [/\/\.well-known\//i, "a metadata document"],
  [/\/(?:introspect|introspection|tokeninfo)\/?$/i, "an introspection endpoint"],
  [/\/(?:revoke|revocation|logout)\/?$/i, "a revocation endpoint"],
  [/\/userinfo\/?$/i, "a userinfo endpoint"],
];

/** Hosts of the pages where people sign in, whose token endpoints are on other hosts. */
const signInHosts: ReadonlyMap<string, string> = new Map([
  ["login.xero.com", "https://identity.xero.com/connect/token"],
  ["appcenter.intuit.com", "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer"],
  ["app.hubspot.com", "https://api.hubapi.com/oauth/2026-03/token"],
]);

/** The problem with a text that should be the URL of a token endpoint; shows no more of it than the host. */
export function tokenUrlProblem(text: string): string | undefined {
  const problem = endpointUrlProblem(text);
  if (problem !== undefined) return problem;
  const url = new URL(text);
  const other = otherEndpoints.find(([path]) => path.test(url.pathname));
  if (other !== undefined) {
    return `is ${other[1]}. Expected the token endpoint of the same server, whose path often ends with /token.`;
  }
  const unreachable = unreachableHostProblem(hostOf(text));
  if (unreachable !== undefined) return unreachable;
  const tokenUrl = signInHosts.get(hostOf(text));
  return tokenUrl === undefined
    ? salesforceHostProblem(hostOf(text))
    : `has the host ${hostOf(text)}, where people sign in. The token endpoint is ${tokenUrl}.`;
}
