import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { secretsApiVersion } from "../../access/vault-request";
import { vaultAddress, type Cloud } from "../../azure";
import { relayTrigger } from "../../connector/relay/relay-definition";
import { serviceBusPath } from "../../workflows/consumer/service-bus-path";
import type { ControlledClock } from "../../emulator/clock";
import type { StartRun } from "./create-actions";
import { describeRun } from "./describe-run";
import { LiveStack } from "./live-stack";
import { openLivePage } from "./open-live-page";
import { runOnSchedule } from "./run-on-schedule";
import type { DeployedConsumer, DeployedRefresh, LocalStack } from "../stack/local-stack";
import { runNow } from "../stack/run-at-next-slot";
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
  const startRun: StartRun = (workflow) => void run(workflow).catch(fail);
  const page = await openLivePage(stack, startRun, root);
  try {
    say("The live page shows runs as they happen, starts them, and injects faults. It opens with:");
    say(`  ${page.address}`);
    say("Refreshing and consuming on the schedule; Ctrl-C ends it.");
    const wait = (milliseconds: number): Promise<void> =>
      setTimeout(milliseconds, undefined, { signal: end.signal }).catch(() => undefined);
    const schedule = runOnSchedule(new LiveStack(stack), { startRun, say, wait, signal: end.signal });
    await Promise.race([schedule, once(end.signal, "abort"), failed]);
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
