import { secretsApiVersion } from "../../../access/vault-request";
import { defaultApiVersion, vaultAddress, type Cloud } from "../../../azure";
import { relayTrigger } from "../../../connector/relay/relay-definition";
import { consumerTrigger } from "../../../workflows";
import { serviceBusPath } from "../../../workflows/consumer/service-bus-path";
import { refreshTrigger } from "../../../workflows/refresh/refresh-definition";
import type { Proof } from "../../report";
import { drainConsumer, refreshOf } from "../../stack/consumer-actions";
import type { DeployedConsumer, DeployedWorkflow, LocalStack } from "../../stack/local-stack";
import { describeAllowed, findExcessOperations } from "../least-privilege";
import { check } from "../proof";

/** Proves that a consumer's identity can do nothing but receive from its subscription, read its token and refresh it. */
export async function proveConsumerPrivilege(stack: LocalStack, consumer: DeployedConsumer): Promise<Proof> {
  await drainConsumer(stack, consumer);
  const refresh = refreshOf(stack, consumer);
  const others = stack.workflows.filter(({ id }) => id !== refresh.id);
  const excess = [
    ...(await findExcessOperations(stack, consumer)),
    ...(await findExcessMessageOperations(stack, consumer)),
    ...(await findRunnable(stack, consumer, others)).map((name) => `run ${name}`),
  ];
  const received = await receive(stack, consumer, consumer.consumer.subscription.name);
  const read = await send(stack, consumer, "vaultAudience", {
    method: "GET",
    url: `${vaultAddress(stack.azure.cloud, stack.vaultName)}/secrets/${consumer.consumer.token}?api-version=${secretsApiVersion}`,
  });
  const runnable = await findRunnable(stack, consumer, [refresh]);
  return {
    id: "consumer-privilege",
    ...check(
      `The identity of ${consumer.name} can neither send, receive from another subscription, use another secret, nor run another Logic App`,
      describeAllowed([]),
      describeAllowed(excess),
    ),
    control: check(
      "By the same requests it receives from its own subscription, reads its token and refreshes it",
      `receive: 204, read: 200, run: ${refresh.name}`,
      `receive: ${received}, read: ${read}, run: ${runnable.join(", ")}`,
    ),
  };
}

/** Tries to send to the topic, and to receive from a subscription of another consumer. */
async function findExcessMessageOperations(stack: LocalStack, consumer: DeployedConsumer): Promise<readonly string[]> {
  const { arm } = stack.azure;
  const { subscription } = consumer.consumer;
  const name = "of-another-consumer";
  const id = `${subscription.topicId}/subscriptions/${name}`;
  const type = "Microsoft.ServiceBus/namespaces/topics/subscriptions";
  await arm.put({ id, type, name, apiVersion: defaultApiVersion(type), body: {} });
  try {
    const topic = serviceBusPath(subscription, stack.azure.cloud).replace(/\/subscriptions\/[^/]*$/, "");
    const sent = await send(stack, consumer, "serviceBusAudience", {
      method: "POST",
      url: `${topic}/messages`,
      body: "{}",
    });
    const received = await receive(stack, consumer, name);
    return [
      ...(isRefused(sent) ? [] : ["send to the topic"]),
      ...(isRefused(received) ? [] : ["receive from another subscription"]),
    ];
  } finally {
    arm.deleteResource(id);
  }
}

function receive(stack: LocalStack, consumer: DeployedConsumer, name: string): Promise<number> {
  const path = serviceBusPath({ ...consumer.consumer.subscription, name }, stack.azure.cloud);
  return send(stack, consumer, "serviceBusAudience", { method: "POST", url: `${path}/messages/head?timeout=1` });
}

/** Tries to run the triggers of workflows, and returns the names of those that run. */
async function findRunnable(
  stack: LocalStack,
  consumer: DeployedConsumer,
  workflows: readonly DeployedWorkflow[],
): Promise<readonly string[]> {
  const triggers = { refresh: refreshTrigger, consumer: consumerTrigger, relay: relayTrigger } as const;
  const runnable: string[] = [];
  for (const { id, name, role } of workflows) {
    const url = `${stack.azure.cloud.resourceManager}${id}/triggers/${triggers[role]}/run?api-version=2019-05-01`;
    const status = await send(stack, consumer, "resourceManager", { method: "POST", url });
    if (!isRefused(status)) runnable.push(name);
  }
  return runnable;
}

/** A caller without the right is answered with 401 by Service Bus, and with 403 by others. */
function isRefused(status: number): boolean {
  return status === 401 || status === 403;
}

async function send(
  { azure }: LocalStack,
  { principalId }: DeployedConsumer,
  service: keyof Cloud & ("vaultAudience" | "serviceBusAudience" | "resourceManager"),
  request: { readonly method: string; readonly url: string; readonly body?: string },
): Promise<number> {
  const token = await azure.entra.issueToken({ principalId, audience: azure.cloud[service] });
  const answer = await azure.network.send({ ...request, headers: { authorization: `Bearer ${token}` } });
  return answer.status;
}
