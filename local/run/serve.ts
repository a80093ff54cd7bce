import { setTimeout } from "node:timers/promises";
import { vaultAudience, secretsApiVersion } from "../../access/vault-request";
import { relayTrigger } from "../../connector/relay/relay-definition";
import type { ControlledClock } from "../../emulator/clock";
import type { DeployedRefresh, LocalStack } from "../stack/local-stack";
import { refreshNow } from "../stack/refresh-at-next-slot";
import { shellQuote } from "./shell-quote";
import { metadataHost, openServedStack } from "./served-stack";

/** Keeps the stack up and refreshes on its schedule, in real time, until the process receives SIGINT, SIGTERM, or SIGHUP from a closed terminal. */
export async function serve(stack: LocalStack, clock: ControlledClock, say: (line: string) => void): Promise<void> {
  const served = await openServedStack(stack, clock);
  try {
    for (const line of addresses(stack, served.certificateAuthority)) say(line);
    say("In another shell, Azure's own clients reach all this with:");
    for (const line of [`. ${shellQuote(served.login.file)}`, "which is:", ...served.login.environment])
      say(`  ${line}`);
    say("There, the stack can be verified, by its exported state:");
    say(`  npm run verify -- --state ${shellQuote(served.state)}`);
    say("Refreshing on the schedule; Ctrl-C ends it.");
    await refreshUntilEnd(stack, say);
  } finally {
    await served.close();
  }
}

function addresses({ azure, vaultName, refreshes, connector }: LocalStack, certificateAuthority: string): string[] {
  const curl = `curl --cacert ${shellQuote(certificateAuthority)} --connect-to ::127.0.0.1:${azure.network.port}`;
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
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
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
