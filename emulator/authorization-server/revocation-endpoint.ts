import type { RequestListener } from "node:http";
import { answerFrom, answerWith } from "../network";
import { exercise, type Behaviour } from "../provenance";
import { behaviours } from "./behaviours";

/**
 * A revocation endpoint that takes the token as authentication.
 *
 * @param revocation that the provider has such an endpoint
 * @param revoke gives whether the token was there
 */
export function revocationEndpoint(
  revocation: Behaviour,
  revoke: (token: string) => Promise<boolean>,
): RequestListener {
  return answerWith(async ({ method, body }) => {
    exercise(revocation);
    const { otherMethod, revoked, revocationRefused } = behaviours;
    if (method !== "POST") return answerFrom(otherMethod, {});
    const isRevoked = await revoke(new URLSearchParams(body).get("token") ?? "");
    if (isRevoked) return answerFrom(revoked);
    return answerFrom(revocationRefused, { error: revocationRefused.code, error_description: "invalid token" });
  });
}
