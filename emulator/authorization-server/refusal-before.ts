import { byDefault } from "../provenance";
import type { RegisteredClient } from "./oauth-client";
import type { OAuthProvider, TokenRefusal } from "./oauth-provider";
import { refusalOf } from "./refusals";

/**
 * Refuses what a provider does not take and oidc-provider would: a way of client authentication, a grant, or a request
 * without a parameter that it requires.
 *
 * @returns the refusal; undefined for a request to pass on
 */
export function refusalBefore(
  provider: OAuthProvider,
  form: URLSearchParams,
  authorization: string | undefined,
  clients: readonly RegisteredClient[],
): TokenRefusal | undefined {
  const method = authorization === undefined ? "post" : "basic";
  if (!byDefault(provider.clientAuthentication).includes(method)) return refusalOf(provider, "invalid_client");
  const grantType = form.get("grant_type");
  if (grantType === null || grantType === "") return refusalOf(provider, "invalid_request");
  if (!byDefault(provider.grantTypes).includes(grantType)) return refusalOf(provider, "unsupported_grant_type");
  const required = provider.requires[grantType];
  if (required === undefined) return undefined;
  const given = form.get(required.parameter) ?? "";
  // The right value is that of some client here, for the client itself is not known yet.
  const known = clients.flatMap(({ parameters }) => parameters[required.parameter] ?? []);
  const isWrong = known.length > 0 && !known.includes(given);
  return given === "" || isWrong ? required : undefined;
}
