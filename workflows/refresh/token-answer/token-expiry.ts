import type { ComposeAction, RunAfter } from "../../../definition";
import { unixTimeAfter } from "../../../definition/building";
import type { TokenSettings } from "../../../settings";
import { introspectedLifetime } from "./introspect-token";
import { lifetime } from "./read-answer";
import { requestTime } from "../token-request/request-token";

/** Name of the action that computes the expiry for `skipWhileFresh`, which needs it twice. */
export const tokenExpiryAction = "Token_expiry";

/**
 * Expression of the Unix time at which the token expires: from `expires_in`, else from introspection, else from the
 * assumed lifetime. Salesforce sends no `expires_in`. It counts from before the request was sent, since the server's own
 * count begins with its response. A lifetime that is not positive, which some servers send for "never", counts as none.
 */
export function tokenExpiry(token: TokenSettings): string {
  return isComposed(token) ? `outputs('${tokenExpiryAction}')` : computedExpiry(token);
}

/** Decides whether {@link composeTokenExpiry} computes the expiry. */
export function isComposed(token: TokenSettings): boolean {
  return token.skipWhileFresh;
}

/** Computes the expiry once. Neither its inputs nor its outputs hold a secret. */
export function composeTokenExpiry(token: TokenSettings, runAfter: RunAfter): ComposeAction {
  return {
    type: "Compose",
    description: "Computes the Unix time at which the token expires, counted from before the request was sent.",
    runAfter,
    inputs: `@${computedExpiry(token)}`,
  };
}

function computedExpiry(token: TokenSettings): string {
  const sources = [lifetime, ...(token.introspectionUrl === undefined ? [] : [introspectedLifetime])];
  const longest = Math.max(token.maximumLifetimeMinutes, token.assumedLifetimeMinutes) * 60;
  const seconds = sources.reduceRight(
    (otherwise, source) => `if(greater(${source}, 0), min(${source}, ${longest}), ${otherwise})`,
    String(token.assumedLifetimeMinutes * 60),
  );
  return unixTimeAfter(requestTime, seconds);
}
