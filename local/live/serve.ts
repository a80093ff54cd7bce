import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { secretsApiVersion } from "../../access/vault-request";
import { vaultAddress, type Cloud } from "../../azure";
import { relayTrigger } from "../../connector/relay/relay-definition";
import { serviceBusPath } from "../../workflows/consumer/service-bus-path";
import type { ControlledClock } from "../../emulator/clock";
import type { Run } from "../../emulator/logic-apps";
import { openLivePage } from "./open-live-page";
import type { DeployedConsumer, DeployedRefresh, LocalStack } from "../stack/local-stack";
import { listNextSlots, runNow } from "../stack/run-at-next-slot";
import { shellQuote } from "../run/shell-quote";
import { metadataHost, openServedStack, type ServedStack } from "../run/served-stack";

/**
 * Keeps the stack up, with a live page, and refreshes and consumes on its schedule, in real time, until the process receives
 * SIGINT, SIGTERM, or SIGHUP from a closed terminal.
 *
 * @param root folder of the project
 */
export async function serve(
  stack: LocalStack,
  clock: ControlledClock,
  say: (line: string) => void,
  root: string,
): Promise<void> {
  const served = await openServedStack(stack, clock);
  try {
    for (const line of addresses(stack, served)) say(line);
    say("In another shell, Azure's own clients reach all this with:");
    for (const line of [`. ${shellQuote(served.login.file)}`, "which is:", ...served.login.environment])
      say(`  ${line}`);
    say("There, the stack can be verified, by its exported state:");
    say(`  npm run verify -- --state ${shellQuote(served.state)}`);
    await serveWithPage(stack, say, root);
  } finally {
    await served.close();
  }
}

async function serveWithPage(stack: LocalStack, say: (line: string) => void, root: string): Promise<void> {
  const end = new AbortController();
  const stop = (): void => {
    end.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
  // A run rejects for a bug of the emulator only, which ends all.
  let fail: (error: unknown) => void = stop;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  const run = async (workflow: DeployedRefresh | DeployedConsumer): Promise<void> => {
    const ended = await runNow(stack, workflow);
    if (!end.signal.aborted) say(describeRun(stack, workflow, ended));
  };
  const page = await openLivePage(stack, (workflow) => void run(workflow).catch(fail), root);
  try {
    say("The live page shows runs as they happen, starts them, and injects faults. It opens with:");
    say(`  ${page.address}`);
    say("Refreshing and consuming on the schedule; Ctrl-C ends it.");
    await Promise.race([runOnSchedule(stack, run, say, end.signal), once(end.signal, "abort"), failed]);
  } finally {
    await page.close();
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

async function runOnSchedule(
  stack: LocalStack,
  run: (workflow: DeployedRefresh | DeployedConsumer) => Promise<void>,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const [next] = listNextSlots(stack, [...stack.refreshes, ...stack.consumers]);
    if (next === undefined) throw new Error("A stack has at least one refresh.");
    const { workflow, slot } = next;
    say(`Next: ${workflow.name} at ${slot.toISOString()}`);
    const wait = slot.getTime() - stack.azure.clock.now().getTime();
    const passed = await setTimeout(wait, true, { signal }).catch(() => false);
    if (!passed) return;
    await run(workflow);
    if (signal.aborted) return;
  }
}

function describeRun(stack: LocalStack, workflow: DeployedRefresh | DeployedConsumer, run: Run): string {
  const code = run.error === undefined ? "" : ` ${run.error.code}`;
  const cost = stack.azure.logicApps.billableActions(run);
  return `${workflow.name}: ${run.status}${code}, ${cost} billable actions, ${describeState(stack, workflow)}`;
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
