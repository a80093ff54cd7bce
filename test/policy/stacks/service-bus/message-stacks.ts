import type { Stack, StackResource } from "../../../../policy/model";
import { accessPolicy, group, http, principalId, resource, vault, workflow } from "../stack-builder";

export const namespaceId = `${group}/providers/Microsoft.ServiceBus/namespaces/sb-shop`;
export const topicId = `${namespaceId}/topics/orders`;
export const subscriptionId = `${topicId}/subscriptions/salesforce`;
export const queueId = `${namespaceId}/queues/jobs`;
export const otherWorkflowId = `${group}/providers/Microsoft.Logic/workflows/la-other`;

export const receiveAction = "Microsoft.ServiceBus/namespaces/messages/receive/action";
export const sendAction = "Microsoft.ServiceBus/namespaces/messages/send/action";
export const runAction = "Microsoft.Logic/workflows/triggers/run/action";

/** GUIDs of built-in roles. https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
export const messageRoles = {
  receiver: "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0",
  sender: "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39",
  owner: "090c5cfd-751d-490a-894a-3ce6f1109419",
  contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
  logicAppOperator: "515c2055-d9d4-4321-b1b9-bd0c9a0f79fe",
  logicAppContributor: "87a39d53-fc1b-424a-814c-f7e04687dc9e",
  reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
} as const;

const authentication = { type: "ManagedServiceIdentity", audience: "https://servicebus.azure.net" };
export const busUrl = "https://sb-shop.servicebus.windows.net";

/** A call of the namespace. */
export function onBus(method: string, path: string, rest: object = {}): object {
  return http(method, `${busUrl}${path}`, { authentication, ...rest });
}

export const receive = onBus("POST", "/orders/subscriptions/salesforce/messages/head?timeout=5");
export const send = onBus("POST", "/orders/messages", { body: "hello" });
export const receiveJob = onBus("POST", "/jobs/messages/head");

/** A call of Azure Resource Manager. */
export function onManagement(method: string, path: string): object {
  return http(method, `https://management.azure.com${path}?api-version=2019-05-01`, {
    authentication: { type: "ManagedServiceIdentity", audience: "https://management.azure.com" },
  });
}

export const runOther = onManagement("POST", `${otherWorkflowId}/triggers/Recurrence/run`);

export const namespace = resource("azure-native:servicebus:Namespace", "bus", {
  namespaceName: "sb-shop",
  resourceGroupName: "rg-tokens",
  disableLocalAuth: true,
});
export const subscription = resource("azure-native:servicebus:Subscription", "salesforce", {
  namespaceName: "sb-shop",
  topicName: "orders",
  subscriptionName: "salesforce",
});
export const otherWorkflow = {
  ...workflow(
    {},
    {},
    { workflowName: "la-other", identity: { type: "None" }, definition: { triggers: {}, actions: {} } },
  ),
  urn: "urn:pulumi:prod::tokens::azure-native:logic:Workflow::other",
  name: "other",
};

/** A role assignment for the workflow's identity. */
export function grant(
  role: keyof typeof messageRoles,
  scope: unknown,
  madeFrom: readonly string[] = [],
): StackResource {
  const roleDefinitionId = `/subscriptions/1/providers/Microsoft.Authorization/roleDefinitions/${messageRoles[role]}`;
  return {
    ...resource(
      "azure-native:authorization:RoleAssignment",
      `${role}-grant`,
      { principalId, roleDefinitionId, scope },
      madeFrom.length === 0 ? {} : { scope: madeFrom },
    ),
  };
}

/** A custom role, and its assignment to the workflow's identity. */
export function customGrant(permissions: object, scope: string): readonly StackResource[] {
  const roleDefinitionId = "dddddddd-1111-4222-8333-444444444444";
  return [
    resource("azure-native:authorization:RoleDefinition", "of-messages", {
      roleDefinitionId,
      roleName: "of messages",
      assignableScopes: [group],
      permissions: [permissions],
    }),
    resource("azure-native:authorization:RoleAssignment", "custom-grant", { principalId, roleDefinitionId, scope }),
  ];
}

/** The workflow that reads its secret, with more actions, on a namespace of the stack. */
export function busStack(actions: object, ...more: StackResource[]): Stack {
  return { resources: [vault(), accessPolicy("get"), namespace, subscription, workflow(actions), ...more] };
}
