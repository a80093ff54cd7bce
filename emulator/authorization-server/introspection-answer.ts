import { asString, type JsonObject } from "../../definition/json";
import type { Clock } from "../clock";
import type { Success } from "../provenance";
import { behaviours } from "./behaviours";
import type { IssuedTokensLog } from "./issued-tokens";

/** An answer of the introspection endpoint (RFC 7662), with its record. */
export interface IntrospectionAnswer {
  readonly record: Success;
  readonly body: JsonObject;
}

/** Makes an answer of oidc-provider's: with the times of the run's clock in place of the machine's. */
export function introspectionAnswer(
  answer: JsonObject,
  token: string,
  { clock, issued }: { readonly clock: Pick<Clock, "now">; readonly issued: IssuedTokensLog },
): IntrospectionAnswer {
  if (asString(answer["error"]) !== "") {
    const { introspectionRefused, introspectionWithoutToken } = behaviours;
    const record = answer["error"] === introspectionRefused.code ? introspectionRefused : introspectionWithoutToken;
    return { record, body: answer };
  }
  const end = issued.endOf(token);
  if (answer["active"] !== true || (end !== undefined && end <= clock.now())) {
    return { record: behaviours.tokenInactive, body: { active: false } };
  }
  if (end === undefined) return { record: behaviours.tokenActive, body: answer };
  const exp = Math.floor(end.getTime() / 1_000);
  return { record: behaviours.tokenActive, body: { ...answer, exp, iat: exp - issued.lifetimeSeconds } };
}
