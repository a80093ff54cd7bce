import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ControlledClock } from "../../emulator/clock";
import { answerWith, json } from "../../emulator/network";
import type { LocalStack } from "../stack/local-stack";
import { offerLogin, type LoginOffer } from "./offer-login";

/** Where tokens of the stack's identities can be had: no real host, and answering as Azure's metadata service does. */
export const metadataHost = "metadata.azure.internal";

/** A stack that Azure's own clients can reach from other processes, and the files that they need for it. */
export interface ServedStack {
  readonly certificateAuthority: string;
  /** File with the stack's state, as `pulumi stack export` writes it. */
  readonly state: string;
  readonly login: LoginOffer;
  /** Ends the login, and removes the files. */
  close(): Promise<void>;
}

/** Serves a stack, in real time from now on. */
export async function openServedStack(stack: LocalStack, clock: ControlledClock): Promise<ServedStack> {
  clock.release();
  serveTokens(stack);
  await authorizeAgain(stack);
  const directory = await mkdtemp(join(tmpdir(), "logicapp-keyvault-secrets-"));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    const certificateAuthority = join(directory, "ca.pem");
    await writeFile(certificateAuthority, stack.azure.network.certificateAuthority);
    const state = join(directory, "stack.json");
    await writeFile(state, JSON.stringify(stack.deployment.state));
    const login = await offerLogin(stack, { directory, certificateAuthority });
    const close = async (): Promise<void> => {
      await login.close();
      await remove();
    };
    return { certificateAuthority, state, login, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * Authorizes clients that use refresh tokens once more, as a person would: the proof of rotation replays a used refresh
 * token, whereupon the server revokes those that came of it.
 */
async function authorizeAgain({
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

/** `GET /metadata/identity/oauth2/token?resource=…&object_id=…`, for the identities that the stack has. */
function serveTokens({ azure, workflows }: LocalStack): void {
  const principals = new Set(workflows.map(({ principalId }) => principalId));
  azure.network.serve(
    metadataHost,
    answerWith(async ({ url }) => {
      const { searchParams } = new URL(url);
      const principalId = searchParams.get("object_id") ?? "";
      const audience = searchParams.get("resource") ?? "";
      if (!principals.has(principalId))
        return json(400, { error: "invalid_request", error_description: "Unknown object_id" });
      const token = await azure.entra.issueToken({ principalId, audience });
      return json(200, { access_token: token, resource: audience, token_type: "Bearer" });
    }),
  );
}
