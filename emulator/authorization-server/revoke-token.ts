import type { Provider } from "oidc-provider";
import type { IssuedTokensLog } from "./issued-tokens";

/**
 * Revokes an access token, or a refresh token and the access tokens that came of it.
 *
 * @returns whether the token was there
 */
export async function revokeToken(server: Provider, issued: IssuedTokensLog, token: string): Promise<boolean> {
  const accessToken = (await server.AccessToken.find(token)) ?? (await server.ClientCredentials.find(token));
  if (accessToken !== undefined) {
    await accessToken.destroy();
    issued.end(token);
    return true;
  }
  const refreshToken = await server.RefreshToken.find(token);
  if (refreshToken === undefined) return false;
  await refreshToken.destroy();
  if (refreshToken.grantId !== undefined) await server.AccessToken.revokeByGrantId(refreshToken.grantId);
  return true;
}
