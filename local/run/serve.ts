import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { vaultAudience, secretsApiVersion } from "../../access/vault-request";
import { relayTrigger } from "../../connector/relay/relay-definition";
import type { ControlledClock } from "../../emulator/clock";
import { answerWith, json } from "../../emulator/network";
import type { DeployedRefresh, LocalStack } from "../stack/local-stack";
import { offerLogin, type LoginOffer } from "./offer-login";
import { refreshNow } from "../stack/refresh-at-next-slot";

/** Where tokens of the stack's identities can be had: no real host, and answering as Azure's metadata service does. */
const metadataHost = "metadata.azure.internal";

/** Keeps the stack up and refreshes on its schedule, in real time, until the process receives SIGINT or SIGTERM. */
export async function serve(stack: LocalStack, clock: ControlledClock, say: (line: string) => void): Promise<void> {
  clock.release();
  serveTokens(stack);
  await authorizeAgain(stack);
  const directory = await mkdtemp(join(tmpdir(), "logicapp-keyvault-secrets-"));
  let login: LoginOffer | undefined;
  try {
    const certificateAuthority = join(directory, "ca.pem");
    await writeFile(certificateAuthority, stack.azure.network.certificateAuthority);
    const state = join(directory, "stack.json");
    await writeFile(state, JSON.stringify(stack.deployment.state));
    login = await offerLogin(stack, { directory, certificateAuthority });
    for (const line of addresses(stack, certificateAuthority)) say(line);
    say("In another shell, Azure's own clients reach all this with:");
    for (const line of [`. ${login.file}`, "which is:", ...login.environment]) say(`  ${line}`);
    say("There, the stack can be verified, by its exported state:");
    say(`  npm run verify -- --state ${state}`);
    say("Refreshing on the schedule; Ctrl-C ends it.");
    await refreshUntilEnd(stack, say);
  } finally {
    await login?.close();
    await rm(directory, { recursive: true, force: true });
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

function addresses({ azure, vaultName, refreshes, connector }: LocalStack, certificateAuthority: string): string[] {
  const curl = `curl --cacert ${certificateAuthority} --connect-to ::127.0.0.1:${azure.network.port}`;
  const vault = `https://${vaultName}.vault.azure.net`;
  const principal = refreshes[0]?.principalId ?? "";
  const secret = refreshes[0]?.token.clientSecretName ?? "";
  return [
    "",
    `Vault:      ${vault}`,
    ...(connector === undefined
      ? []
      : [`Connector:  ${azure.logicApps.callbackUrl(connector.relay.id, relayTrigger).basePath}`]),
    `CA file:    ${certificateAuthority}`,
    `A token of ${refreshes[0]?.name ?? ""}:`,
    `  ${curl} 'https://${metadataHost}/metadata/identity/oauth2/token?resource=${vaultAudience}&object_id=${principal}'`,
    "What it opens:",
    `  ${curl} -H 'Authorization: Bearer <access_token>' '${vault}/secrets/${secret}?api-version=${secretsApiVersion}'`,
  ];
}

async function refreshUntilEnd(stack: LocalStack, say: (line: string) => void): Promise<void> {
  const end = new AbortController();
  const stop = (): void => {
    end.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  const { clock, logicApps, keyVault } = stack.azure;
  for (;;) {
    const { refresh, slot } = nextRefresh(stack);
    say(`Next: ${refresh.name} at ${slot.toISOString()}`);
    const passed = await setTimeout(slot.getTime() - clock.now().getTime(), true, { signal: end.signal }).catch(
      () => false,
    );
    if (!passed) return;
    const run = await refreshNow(stack, refresh);
    const versions = keyVault.versions(stack.vaultName, refresh.token.secretName).length;
    const code = run.error === undefined ? "" : ` ${run.error.code}`;
    const cost = logicApps.billableActions(run);
    say(
      `${refresh.name}: ${run.status}${code}, ${cost} billable actions, version ${versions} of ${refresh.token.secretName}`,
    );
  }
}

function nextRefresh({ azure, refreshes }: LocalStack): { readonly refresh: DeployedRefresh; readonly slot: Date } {
  const now = azure.clock.now();
  const [first] = refreshes
    .map((refresh) => ({ refresh, slot: azure.logicApps.nextSlot(refresh.id, now) ?? now }))
    .sort((a, b) => a.slot.getTime() - b.slot.getTime());
  if (first === undefined) throw new Error("A stack has at least one refresh.");
  return first;
}
