import type { AuthorizationServer } from "../../emulator/authorization-server";
import { asObject, type JsonObject } from "../../definition/json";
import type { Proof } from "../report";
import type { ClientCredentials, DeployedRefresh, LocalStack } from "../stack/local-stack";
import { check, describeRefresh } from "./proof";

/** Reads a body as JSON; nothing of one that is not JSON, as some servers answer errors. */
function readBody(body: string): JsonObject {
  try {
    return asObject(JSON.parse(body));
  } catch {
    return {};
  }
}

/** Finds out, with a refresh token that nothing else uses, whether a server issues a new one for each that is used. */
export async function rotatesRefreshTokens(
  stack: LocalStack,
  server: AuthorizationServer,
  client: ClientCredentials,
): Promise<boolean> {
  const refreshToken = await server.issueRefreshToken(client.clientId);
  const answer = await requestToken(stack, server.tokenUrl, { ...client, refreshToken });
  const { refresh_token: issued } = readBody(answer.body);
  return issued !== undefined && issued !== refreshToken;
}

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

async function exchange(stack: LocalStack, tokenUrl: string, client: ClientCredentials): Promise<string> {
  const answer = await requestToken(stack, tokenUrl, client);
  const { error } = readBody(answer.body);
  return typeof error === "string" ? `${answer.status} ${error}` : String(answer.status);
}

function requestToken(
  { azure }: LocalStack,
  tokenUrl: string,
  client: ClientCredentials,
): Promise<{ readonly status: number; readonly body: string }> {
  return azure.network.send({
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
}
