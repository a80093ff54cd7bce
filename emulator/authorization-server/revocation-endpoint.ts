import type { RequestListener } from "node:http";
import { answerWith, json } from "../network";

/**
 * A revocation endpoint that takes the token as authentication, as Salesforce's does, where RFC 7009 asks for the
 * client's: https://developer.salesforce.com/docs/platform/mobile-sdk/guide/oauth-revoking-tokens.html
 *
 * @param revoke gives whether the token was there
 */
export function revocationEndpoint(revoke: (token: string) => Promise<boolean>): RequestListener {
  return answerWith(async ({ method, body }) => {
    if (method !== "POST") return json(405, {});
    const isRevoked = await revoke(new URLSearchParams(body).get("token") ?? "");
    if (isRevoked) return { status: 200, headers: {}, body: "" };
    return json(400, { error: "invalid_token", error_description: "invalid token" });
  });
}
