import { randomUUID } from "node:crypto";
import { createAzure, type Azure } from "../../../emulator";
import { ControlledClock } from "../../../emulator/clock";
import type { Readings } from "../../../emulator/provenance";

export const noon = new Date("2026-11-23T12:00:00Z");
export const receive = "Microsoft.ServiceBus/namespaces/messages/receive/action";
export const send = "Microsoft.ServiceBus/namespaces/messages/send/action";

/** Built-in roles for messages. https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/integration */
export const messageRoles = {
  owner: "090c5cfd-751d-490a-894a-3ce6f1109419",
  receiver: "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0",
  sender: "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39",
} as const;

/** An answer of Service Bus. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A namespace `sb-test` with the topic `updates` and its subscription `salesforce`, on a controlled clock. */
export interface MessageBench {
  readonly azure: Azure;
  readonly clock: ControlledClock;
  readonly groupId: string;
  readonly namespaceId: string;
  readonly topicId: string;
  readonly subscriptionId: string;
  /** Writes a resource of Service Bus, or changes one. */
  put(id: string, properties?: object, top?: object): Promise<void>;
  /** Assigns a role to a principal. @param principal the bench's, by default */
  assign(roleGuid: string, scope: string, principal?: string): Promise<void>;
  /** Sends to the namespace as the principal; a path is below the subscription unless it begins with a slash. */
  call(method: string, path: string, headers?: Readonly<Record<string, string>>, body?: string): Promise<Answer>;
  /** Peek-locks a message without waiting. */
  peekLock(
    query?: string,
  ): Promise<Answer & { readonly location: string; readonly properties: Record<string, unknown> }>;
}

export const principalId = "9a2f5c34-1111-4222-8333-444455556666";
const apiVersion = "2026-01-01";

export async function openNamespace(
  options: { readonly readings?: Partial<Readings>; readonly subscription?: object } = {},
): Promise<MessageBench> {
  const clock = new ControlledClock(noon);
  const azure = await createAzure({ clock, ...(options.readings && { readings: options.readings }) });
  const groupId = `/subscriptions/${azure.arm.subscriptionId}/resourceGroups/rg`;
  const namespaceId = `${groupId}/providers/Microsoft.ServiceBus/namespaces/sb-test`;
  const topicId = `${namespaceId}/topics/updates`;
  const subscriptionId = `${topicId}/subscriptions/salesforce`;
  azure.arm.addPrincipal(principalId);
  const put: MessageBench["put"] = (id, properties = {}, top = {}) =>
    azure.arm.put({ id, type: "", name: "", apiVersion, body: { properties, ...top } });
  const call: MessageBench["call"] = async (method, path, headers = {}, body) =>
    azure.network.send({
      method,
      url: path.startsWith("https:")
        ? path
        : `https://sb-test.servicebus.windows.net${path.startsWith("/") ? "" : "/updates/subscriptions/salesforce/"}${path}`,
      headers: {
        authorization: `Bearer ${await azure.entra.issueToken({ principalId, audience: "https://servicebus.azure.net" })}`,
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
  await azure.arm.seedTopic(topicId);
  await put(subscriptionId, options.subscription);
  const assign: MessageBench["assign"] = (roleGuid, scope, principal = principalId) => {
    const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`;
    const roleDefinitionId = `/subscriptions/${azure.arm.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${roleGuid}`;
    const properties = { principalId: principal, principalType: "ServicePrincipal", roleDefinitionId };
    return azure.arm.put({ id, type: "", name: "", apiVersion: "2022-04-01", body: { properties } });
  };
  return {
    ...{ azure, clock, groupId, namespaceId, topicId, subscriptionId, put, assign, call },
    peekLock: async (query = "?timeout=0") => {
      const answer = await call("POST", `messages/head${query}`);
      const { location = "", brokerproperties = "{}" } = answer.headers;
      return { ...answer, location, properties: JSON.parse(brokerproperties) as Record<string, unknown> };
    },
  };
}
