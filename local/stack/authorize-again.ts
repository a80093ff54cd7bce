import type { LocalStack } from "./local-stack";

/** Authorizes clients that use refresh tokens once more, as a person would, and stores their new refresh tokens. */
export async function authorizeAgain({
  azure,
  vaultName,
  refreshes,
  authorizationServers,
  clients,
}: LocalStack): Promise<void> {
  for (const { token } of refreshes) {
    const server = authorizationServers.get(token.tokenUrl);
    const client = clients.get(token.secretName);
    if (token.refreshTokenSecretName === undefined || server === undefined || client === undefined) continue;
    const refreshToken = await server.issueRefreshToken(client.clientId);
    azure.keyVault.seedSecret(vaultName, token.refreshTokenSecretName, refreshToken);
  }
}
