import type { AuthorizationServer } from "../../emulator/authorization-server";
import { asObject } from "../../definition/json";
import type { Proof } from "../report";
import type { ClientCredentials, DeployedRefresh, LocalStack } from "../stack/local-stack";
import { check, describeRefresh } from "./proof";

/** A refresh token that was rotated away is refused, and the one that the workflow stored in its place is good. */
export async function proveRotation(
  stack: LocalStack,
  refresh: DeployedRefresh,
  server: AuthorizationServer,
  client: ClientCredentials,
): Promise<Proof> {
  // First the stored one: replaying an old one makes the server revoke the whole family.
  const stored = await describeRefresh(stack, refresh);
  const replayed = await exchange(stack, server.tokenUrl, client);
  const unused = { ...client, refreshToken: await server.issueRefreshToken(client.clientId) };
  return {
    id: "rotation",
    ...check(
      `The stored refresh token of ${refresh.name} is good, and the one before it is refused`,
      "Succeeded, 1 new version; 400 invalid_grant",
      `${stored}; ${replayed}`,
    ),
    control: check(
      "An unused refresh token is accepted by the same request",
      "200",
      await exchange(stack, server.tokenUrl, unused),
    ),
  };
}

async function exchange({ azure }: LocalStack, tokenUrl: string, client: ClientCredentials): Promise<string> {
  const answer = await azure.network.send({
    method: "POST",
    url: tokenUrl,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      grant_type: "refresh_token",
      client_id: client.clientId,
      client_secret: client.clientSecret,
      refresh_token: client.refreshToken ?? "",
    }).toString(),
  });
  const { error } = asObject(JSON.parse(answer.body) as unknown);
  return typeof error === "string" ? `${answer.status} ${error}` : String(answer.status);
}
