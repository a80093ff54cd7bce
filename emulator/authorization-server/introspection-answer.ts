import type { JsonObject } from "../../definition/json";
import type { Clock } from "../clock";
import type { IssuedTokensLog } from "./issued-tokens";

/**
 * An answer of oidc-provider's introspection endpoint (RFC 7662, section 2.2), with the times of the run's clock in place
 * of the machine's.
 */
export function introspectionAnswer(
  answer: JsonObject,
  token: string,
  { clock, issued }: { readonly clock: Pick<Clock, "now">; readonly issued: IssuedTokensLog },
): JsonObject {
  if (answer["active"] !== true) return answer;
  const end = issued.endOf(token);
  if (end === undefined) return answer;
  if (end <= clock.now()) return { active: false };
  const exp = Math.floor(end.getTime() / 1_000);
  return { ...answer, exp, iat: exp - issued.lifetimeSeconds };
}
