import { findBuiltInRoleGuid } from "../../azure";
import type { JsonObject } from "../../definition";
import { asObject } from "../../definition";
import type { StackResource } from "../stack";
import type { Form } from "./classic-service-bus";
import { lastSegment, serviceBusForms } from "./classic-service-bus";

/** How resources of the classic provider `azure` are written in azure-native's form, by their type in lower case. */
const forms: Readonly<Record<string, Form>> = {
  "azure:authorization:assignment": ({ properties, propertyDependencies }) => ({
    type: "azure-native:authorization:RoleAssignment",
    properties: {
      ...properties,
      roleDefinitionId: properties.roleDefinitionId ?? roleIdOf(properties.roleDefinitionName),
    },
    propertyDependencies,
  }),
  "azure:authorization:roledefinition": ({ properties, propertyDependencies }) => ({
    type: "azure-native:authorization:RoleDefinition",
    properties: { ...properties, roleName: properties.name },
    propertyDependencies,
  }),
  "azure:authorization:userassignedidentity": ({ properties, propertyDependencies }) => ({
    type: "azure-native:managedidentity:UserAssignedIdentity",
    properties: { ...properties, resourceName: properties.name },
    propertyDependencies,
  }),
  "azure:keyvault:keyvault": ({ properties, propertyDependencies }) => {
    const { name, tags, purgeProtectionEnabled, softDeleteRetentionDays, accessPolicies, networkAcls } = properties;
    const rbac = properties.enableRbacAuthorization ?? properties.rbacAuthorizationEnabled ?? false;
    return {
      type: "azure-native:keyvault:Vault",
      properties: {
        vaultName: name,
        tags,
        properties: {
          enableRbacAuthorization: rbac,
          enablePurgeProtection: purgeProtectionEnabled,
          softDeleteRetentionInDays: softDeleteRetentionDays,
          networkAcls,
          accessPolicies: Array.isArray(accessPolicies)
            ? (accessPolicies as unknown[]).map((entry) => policyOf(asObject(entry)))
            : [],
        },
      },
      propertyDependencies: { properties: propertyDependencies.accessPolicies ?? [] },
    };
  },
  "azure:keyvault:accesspolicy": ({ properties, propertyDependencies }) => ({
    type: "azure-native:keyvault:AccessPolicy",
    properties: { vaultName: lastSegment(properties.keyVaultId), policy: policyOf(properties) },
    propertyDependencies: {
      policy: propertyDependencies.objectId ?? [],
      vaultName: propertyDependencies.keyVaultId ?? [],
    },
  }),
  "azure:keyvault:secret": ({ properties, propertyDependencies }) => ({
    type: "azure-native:keyvault:Secret",
    properties: {
      vaultName: lastSegment(properties.keyVaultId),
      secretName: properties.name,
      tags: properties.tags,
      properties: {
        value: properties.value,
        contentType: properties.contentType,
        attributes: { expires: properties.expirationDate },
      },
    },
    propertyDependencies: { vaultName: propertyDependencies.keyVaultId ?? [] },
  }),
  ...serviceBusForms,
};

/** Writes a classic resource in azure-native's form; undefined for a type that no rule reads. */
export function fromClassic(resource: StackResource): StackResource | undefined {
  const form = forms[resource.type.toLowerCase()];
  return form === undefined ? undefined : { ...resource, ...form(resource) };
}

/** Reads the classic workflows of a stack together with the triggers and actions that are resources of their own. */
export function classicWorkflows(resources: readonly StackResource[]): readonly StackResource[] {
  const parts = resources.filter(({ type }) => /^azure:logicapps:(action|trigger)/i.test(type));
  return resources
    .filter(({ type }) => /^azure:logicapps:workflow$/i.test(type))
    .map((workflow) => {
      const own = parts.filter((part) => isPartOf(part, workflow));
      const definitionOf = (kind: RegExp): JsonObject =>
        Object.fromEntries(own.filter(({ type }) => kind.test(type)).map((part) => [partName(part), partBody(part)]));
      return {
        ...workflow,
        type: "azure-native:logic:Workflow",
        properties: {
          ...workflow.properties,
          workflowName: workflow.properties.name,
          definition: {
            parameters: asObject(workflow.properties.workflowParameters),
            triggers: definitionOf(/:trigger/i),
            actions: definitionOf(/:action/i),
          },
        },
      };
    });
}

function isPartOf({ properties, propertyDependencies }: StackResource, workflow: StackResource): boolean {
  if ((propertyDependencies.logicAppId ?? []).includes(workflow.urn)) return true;
  return typeof properties.logicAppId === "string" && lastSegment(properties.logicAppId) === workflow.properties.name;
}

function partName({ name, properties }: StackResource): string {
  return typeof properties.name === "string" ? properties.name : name;
}

/** A custom part holds its JSON; the others say the same in properties. */
function partBody({ type, properties }: StackResource): unknown {
  if (typeof properties.body === "string" && /custom$/i.test(type)) {
    try {
      return JSON.parse(properties.body) as unknown;
    } catch {
      return {};
    }
  }
  const { method, uri, headers, body, schema, frequency, interval } = properties;
  if (/:actionhttp$/i.test(type)) return { type: "Http", inputs: { method, uri, headers, body } };
  if (/:triggerhttprequest$/i.test(type)) return { type: "Request", kind: "Http", inputs: { schema } };
  return { type: "Recurrence", recurrence: { frequency, interval } };
}

function roleIdOf(name: unknown): string | undefined {
  return typeof name === "string" ? findBuiltInRoleGuid(name) : undefined;
}

function policyOf(entry: JsonObject): JsonObject {
  return {
    objectId: entry.objectId,
    permissions: {
      secrets: entry.secretPermissions ?? [],
      keys: entry.keyPermissions ?? [],
      certificates: entry.certificatePermissions ?? [],
      storage: entry.storagePermissions ?? [],
    },
  };
}
