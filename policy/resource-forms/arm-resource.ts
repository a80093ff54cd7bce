import type { JsonObject } from "../../definition";
import { asObject } from "../../definition";

/** A resource as Azure Resource Manager takes it, wherever a stack holds it. */
export interface ArmResource {
  /** Such as `Microsoft.Logic/workflows`, in any case. */
  readonly type: string;
  /** Name, with those of the resources around it: `vault/secret`, or a list of them. */
  readonly name: unknown;
  /** Id of what it is deployed into or extends, where that is known. */
  readonly scope?: unknown;
  readonly body: JsonObject;
}

/** A resource in azure-native's form. */
export interface NativeResource {
  readonly type: string;
  readonly properties: JsonObject;
}

/** How each type that the rules read is written in azure-native's form, by the type in lower case. */
const forms: Readonly<Record<string, (resource: ArmResource) => readonly NativeResource[]>> = {
  "microsoft.logic/workflows": ({ name, body }) => [
    {
      type: "azure-native:logic:Workflow",
      properties: { ...common(body), ...propertiesOf(body), workflowName: lastOf(name) },
    },
  ],
  "microsoft.keyvault/vaults": ({ name, body }) => [
    { type: "azure-native:keyvault:Vault", properties: { ...common(body), ...body, vaultName: lastOf(name) } },
  ],
  "microsoft.keyvault/vaults/secrets": ({ name, body }) => [
    {
      type: "azure-native:keyvault:Secret",
      properties: { ...common(body), ...body, vaultName: firstOf(name), secretName: lastOf(name) },
    },
  ],
  "microsoft.keyvault/vaults/accesspolicies": ({ name, body }) => {
    const { accessPolicies } = propertiesOf(body);
    return (Array.isArray(accessPolicies) ? (accessPolicies as unknown[]) : []).map((policy) => ({
      type: "azure-native:keyvault:AccessPolicy",
      properties: { vaultName: firstOf(name), policy },
    }));
  },
  "microsoft.authorization/roleassignments": assignment("RoleAssignment"),
  "microsoft.authorization/roleassignmentschedulerequests": assignment("RoleAssignmentScheduleRequest"),
  "microsoft.authorization/roleeligibilityschedulerequests": assignment("RoleEligibilityScheduleRequest"),
  "microsoft.authorization/roledefinitions": ({ name, body }) => [
    {
      type: "azure-native:authorization:RoleDefinition",
      properties: { roleDefinitionId: lastOf(name), ...propertiesOf(body) },
    },
  ],
  "microsoft.managedidentity/userassignedidentities": ({ name, body }) => [
    {
      type: "azure-native:managedidentity:UserAssignedIdentity",
      properties: { ...common(body), ...propertiesOf(body), resourceName: lastOf(name) },
    },
  ],
  "microsoft.web/connections": ({ name, body }) => [
    { type: "azure-native:web:Connection", properties: { ...body, connectionName: lastOf(name) } },
  ],
  "microsoft.web/customapis": ({ name, body }) => [
    { type: "azure-native:web:CustomApi", properties: { ...body, apiName: lastOf(name) } },
  ],
  "microsoft.servicebus/namespaces": ({ name, body }) => [
    {
      type: "azure-native:servicebus:Namespace",
      properties: { ...common(body), ...propertiesOf(body), namespaceName: lastOf(name) },
    },
  ],
  "microsoft.servicebus/namespaces/queues": inNamespace("Queue", "queueName"),
  "microsoft.servicebus/namespaces/topics": inNamespace("Topic", "topicName"),
  "microsoft.servicebus/namespaces/topics/subscriptions": (resource) =>
    inNamespace(
      "Subscription",
      "subscriptionName",
    )(resource).map(({ type, properties }) => ({
      type,
      properties: { ...properties, topicName: secondOf(resource.name) },
    })),
  "microsoft.insights/actiongroups": ({ body }) => [
    { type: "azure-native:monitor:ActionGroup", properties: { ...common(body), ...propertiesOf(body) } },
  ],
  "microsoft.eventgrid/eventsubscriptions": ({ scope, body }) => [
    { type: "azure-native:eventgrid:EventSubscription", properties: { scope, ...propertiesOf(body) } },
  ],
  "microsoft.insights/scheduledqueryrules": ({ body }) => [
    { type: "azure-native:monitor:ScheduledQueryRule", properties: { ...common(body), ...propertiesOf(body) } },
  ],
  "microsoft.insights/metricalerts": ({ body }) => [
    { type: "azure-native:monitor:MetricAlert", properties: { ...common(body), ...propertiesOf(body) } },
  ],
};

/** A grant of a role, at once or on request. */
function assignment(type: string): (resource: ArmResource) => readonly NativeResource[] {
  return ({ scope, body }) => [
    { type: `azure-native:authorization:${type}`, properties: { scope: body.scope ?? scope, ...propertiesOf(body) } },
  ];
}

/** A queue, a topic or a subscription of Service Bus. */
function inNamespace(type: string, nameProperty: string): (resource: ArmResource) => readonly NativeResource[] {
  return ({ name, body }) => [
    {
      type: `azure-native:servicebus:${type}`,
      properties: { ...propertiesOf(body), namespaceName: firstOf(name), [nameProperty]: lastOf(name) },
    },
  ];
}

/** Writes a resource in azure-native's form; undefined for a type that no rule reads. */
export function toNative(resource: ArmResource): readonly NativeResource[] | undefined {
  return forms[resource.type.toLowerCase()]?.(resource);
}

function common({ identity, tags }: JsonObject): JsonObject {
  return { ...(identity === undefined ? {} : { identity }), ...(tags === undefined ? {} : { tags }) };
}

function propertiesOf({ properties }: JsonObject): JsonObject {
  return asObject(properties);
}

function firstOf(name: unknown): unknown {
  if (Array.isArray(name)) return name[0];
  return typeof name === "string" ? name.split("/")[0] : name;
}

function secondOf(name: unknown): unknown {
  if (Array.isArray(name)) return name[1];
  return typeof name === "string" ? name.split("/")[1] : name;
}

function lastOf(name: unknown): unknown {
  if (Array.isArray(name)) return name.at(-1);
  return typeof name === "string" ? name.split("/").at(-1) : name;
}
