import type { JsonObject } from "../../../definition/json";
import type { IssuedTokens } from "../oauth-provider";

/** The response of RFC 6749, section 5.1: many providers answer exactly this, or add to it. */
export function bearerToken({ accessToken, expiresIn, refreshToken, scope }: IssuedTokens): JsonObject {
  return {
    access_token: accessToken,
    token_type: "Bearer",
    expires_in: expiresIn,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    ...(scope === undefined ? {} : { scope }),
  };
}
