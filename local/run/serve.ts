import { setTimeout } from "node:timers/promises";
import { secretsApiVersion } from "../../access/vault-request";
import { vaultAddress, type Cloud } from "../../azure";
import { relayTrigger } from "../../connector/relay/relay-definition";
import { serviceBusPath } from "../../workflows/consumer/service-bus-path";
import type { ControlledClock } from "../../emulator/clock";
import type { DeployedConsumer, DeployedRefresh, LocalStack } from "../stack/local-stack";
import { listNextSlots, runNow } from "../stack/run-at-next-slot";
import { shellQuote } from "./shell-quote";
import { metadataHost, openServedStack, type ServedStack } from "./served-stack";

/** Keeps the stack up, and refreshes and consumes on its schedule, in real time, until the process receives SIGINT, SIGTERM, or SIGHUP from a closed terminal. */
export async function serve(stack: LocalStack, clock: ControlledClock, say: (line: string) => void): Promise<void> {
  const served = await openServedStack(stack, clock);
  try {
    for (const line of addresses(stack, served)) say(line);
    say("In another shell, Azure's own clients reach all this with:");
    for (const line of [`. ${shellQuote(served.login.file)}`, "which is:", ...served.login.environment])
      say(`  ${line}`);
    say("There, the stack can be verified, by its exported state:");
    say(`  npm run verify -- --state ${shellQuote(served.state)}`);
    say("Refreshing and consuming on the schedule; Ctrl-C ends it.");
    await refreshUntilEnd(stack, say);
  } finally {
    await served.close();
  }
}

function addresses(stack: LocalStack, { certificateAuthority, senderId }: ServedStack): string[] {
  const { azure, vaultName, refreshes, consumers, connector } = stack;
  const curl = `curl --cacert ${shellQuote(certificateAuthority)} --connect-to ::127.0.0.1:${azure.network.port}`;
  const { vaultAudience } = azure.cloud;
  const vault = vaultAddress(azure.cloud, vaultName);
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
    ...consumers.flatMap((consumer) => sending(azure.cloud, consumer, curl, senderId)),
  ];
}

async function refreshUntilEnd(stack: LocalStack, say: (line: string) => void): Promise<void> {
  const end = new AbortController();
  const stop = (): void => {
    end.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
  for (;;) {
    const [next] = listNextSlots(stack, [...stack.refreshes, ...stack.consumers]);
    if (next === undefined) throw new Error("A stack has at least one refresh.");
    const { workflow, slot } = next;
    say(`Next: ${workflow.name} at ${slot.toISOString()}`);
    const passed = await setTimeout(slot.getTime() - stack.azure.clock.now().getTime(), true, {
      signal: end.signal,
    }).catch(() => false);
    if (!passed) return;
    const run = await runNow(stack, workflow);
    const code = run.error === undefined ? "" : ` ${run.error.code}`;
    const cost = stack.azure.logicApps.billableActions(run);
    say(`${workflow.name}: ${run.status}${code}, ${cost} billable actions, ${describeState(stack, workflow)}`);
  }
}

/** What a run has left: the version of the token, or the messages. */
function describeState({ azure, vaultName }: LocalStack, workflow: DeployedRefresh | DeployedConsumer): string {
  if (workflow.role === "refresh") {
    const { secretName } = workflow.token;
    return `version ${azure.keyVault.versions(vaultName, secretName).length} of ${secretName}`;
  }
  const { active, deadLettered } = azure.serviceBus.counts(workflow.subscriptionId);
  return `${active} messages waiting, ${deadLettered} dead letters`;
}

/** How to send a message to a consumer, as an identity that may. */
function sending(cloud: Cloud, consumer: DeployedConsumer, curl: string, senderId: string): readonly string[] {
  const topic = serviceBusPath(consumer.consumer.subscription, cloud).replace(/\/subscriptions\/[^/]*$/, "");
  const record = Object.fromEntries(Object.values(consumer.consumer.fields).map((property) => [property, "1"]));
  const tokenUrl = `https://${metadataHost}/metadata/identity/oauth2/token?resource=${cloud.serviceBusAudience}&object_id=${senderId}`;
  return [
    `A token that may send to ${consumer.name}:`,
    `  ${curl} '${tokenUrl}'`,
    "A message:",
    `  ${curl} -H 'Authorization: Bearer <access_token>' -H 'Content-Type: application/json' -d '${JSON.stringify({ records: [record] })}' '${topic}/messages'`,
  ];
}
