import { refusalOf, type AuthorizationServer } from "../../emulator/authorization-server";
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

/** Decides whether a server gives a new refresh token for each that is used, and then refuses the used one. */
export function rotatesRefreshTokens({ provider }: AuthorizationServer): boolean {
  const { answered, graceMinutes = 0 } = provider.refreshTokens.value;
  return answered === "new" && Number.isFinite(graceMinutes);
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
  await stack.azure.clock.wait((server.provider.refreshTokens.value.graceMinutes ?? 0) * 60_000);
  const replayed = await exchange(stack, server, client);
  const unused = { ...client, refreshToken: await server.issueRefreshToken(client.clientId) };
  await renewConsent(stack, refresh, server, client);
  return {
    id: "rotation",
    ...check(
      `The stored refresh token of ${refresh.token.secretName} works, and the previous one is refused`,
      `Succeeded, 1 new version; ${describeRefusal(server)}`,
      `${stored}; ${replayed}`,
    ),
    control: check(
      "An unused refresh token is accepted by the same request",
      "200",
      await exchange(stack, server, unused),
    ),
  };
}

/** Stores a refresh token of a new consent, as a person would, and refreshes: all that was stored was revoked with its family. */
async function renewConsent(
  stack: LocalStack,
  refresh: DeployedRefresh,
  server: AuthorizationServer,
  { clientId }: ClientCredentials,
): Promise<void> {
  const { refreshTokenSecretName = "" } = refresh.token;
  const refreshToken = await server.issueRefreshToken(clientId);
  stack.azure.keyVault.seedSecret(stack.vaultName, refreshTokenSecretName, refreshToken);
  await describeRefresh(stack, refresh);
}

/** Describes how a provider refuses a refresh token that is no longer valid. */
function describeRefusal({ provider }: AuthorizationServer): string {
  const { status, body } = refusalOf(provider, "invalid_grant");
  return describeAnswer(status, typeof body === "function" ? {} : body);
}

async function exchange(stack: LocalStack, server: AuthorizationServer, client: ClientCredentials): Promise<string> {
  const { status, body } = await requestToken(stack, server, client);
  return describeAnswer(status, readBody(body));
}

function describeAnswer(status: number, { error }: JsonObject): string {
  return typeof error === "string" ? `${status} ${error}` : String(status);
}

/** Sends a refresh token as the provider takes it, whatever the settings say. */
function requestToken(
  { azure }: LocalStack,
  { tokenUrl, provider }: AuthorizationServer,
  { clientId, clientSecret, refreshToken = "" }: ClientCredentials,
): Promise<{ readonly status: number; readonly body: string }> {
  const credentials = Buffer.from([clientId, clientSecret].map(encodeURIComponent).join(":")).toString("base64");
  const byForm = provider.clientAuthentication.value.includes("post");
  return azure.network.send({
    method: "POST",
    url: tokenUrl,
    headers: {
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      ...(byForm ? {} : { authorization: `Basic ${credentials}` }),
    },
    body: new URLSearchParams({
      grant_type: "refresh_token",
      ...(byForm ? { client_id: clientId, client_secret: clientSecret } : {}),
      refresh_token: refreshToken,
    }).toString(),
  });
}
