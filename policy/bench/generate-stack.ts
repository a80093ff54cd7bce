import { bindToRelay } from "../../connector/operation/bind-to-relay";
import { relayDefinition } from "../../connector/relay/relay-definition";
import { setSecretDocument } from "../../connector/operation/set-secret-document";
import type { RefreshedToken } from "../../workflows/refresh/refreshed-token";
import { refreshDefinition } from "../../workflows/refresh/refresh-definition";
import type { Stack, StackResource } from "../model";
import { unknown } from "../model";

/** Resources of a set, one of them a workflow. */
const setSize = 10;

/**
 * A stack of that many resources, as a preview shows it: sets of a vault, a workflow with what it needs, its custom
 * role and its grants. Relays and refresh workflows, over http and over a connector, take turns.
 */
export function generateStack(resources: number): Stack {
  const sets = Array.from({ length: resources / setSize }, (_, index) => resourceSet(index));
  // Each workflow has a definition of its own, as it has in a stack that comes over the wire.
  return { resources: sets.flat().map(copy) };
}

function copy(resource: StackResource): StackResource {
  return { ...resource, properties: copyValue(resource.properties) as StackResource["properties"] };
}

function copyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyValue(item)]));
}

function resourceSet(index: number): readonly StackResource[] {
  const urnOf = (type: string, name: string): string =>
    `urn:pulumi:bench::bench::azure-native:${type}::${name}-${index}`;
  const resource = (
    type: string,
    name: string,
    properties: StackResource["properties"],
    propertyDependencies: StackResource["propertyDependencies"] = {},
  ): StackResource => ({
    urn: urnOf(type, name),
    type: `azure-native:${type}`,
    name: `${name}-${index}`,
    properties,
    propertyDependencies,
    ignoreChanges: [],
  });
  const vault = urnOf("keyvault:Vault", "vault");
  const role = urnOf("authorization:RoleDefinition", "role");
  const workflow = urnOf("logic:Workflow", "workflow");
  const connector = urnOf("web:CustomApi", "connector");
  const secretName = `token-${index}`;
  const dataActions = ["getSecret", "setSecret"].map((action) => `Microsoft.KeyVault/vaults/secrets/${action}/action`);
  const grants = ["token", "client", "refresh", "other"].map((name) =>
    resource(
      "authorization:RoleAssignment",
      `grant-${name}`,
      { principalId: unknown, principalType: "ServicePrincipal", roleDefinitionId: unknown, scope: unknown },
      { principalId: [workflow], roleDefinitionId: [role], scope: [vault] },
    ),
  );
  return [
    resource("resources:ResourceGroup", "group", { location: "westeurope" }),
    resource("keyvault:Vault", "vault", {
      properties: { enableRbacAuthorization: true, enableSoftDelete: true, enablePurgeProtection: true, sku: {} },
    }),
    resource("authorization:RoleDefinition", "role", {
      roleName: "bench",
      permissions: [{ actions: [], dataActions, notActions: [], notDataActions: [] }],
      assignableScopes: [unknown],
    }),
    resource(
      "logic:Workflow",
      "workflow",
      {
        identity: { type: "SystemAssigned" },
        definition: benchDefinition(index, secretName),
        parameters: { vaultUri: { value: unknown }, allowedSecretNames: { value: [secretName] } },
      },
      { parameters: [vault, connector] },
    ),
    ...grants,
    resource(
      "web:CustomApi",
      "connector",
      { properties: { swagger: bindToRelay(setSecretDocument([secretName]), relayAddress), connectionParameters: {} } },
      { properties: [workflow] },
    ),
    resource(
      "web:Connection",
      "connection",
      { properties: { api: { id: unknown }, parameterValues: { api_key: unknown } } },
      { properties: [connector] },
    ),
  ];
}

const relayAddress = {
  host: "prod-12.westeurope.logic.azure.com",
  basePath: "/workflows/9f86d081884c7d65/triggers/manual/paths/invoke",
  queries: { "api-version": "2019-05-01", sp: "/triggers/manual/run", sv: "1.0" },
};

function benchDefinition(index: number, secretName: string): unknown {
  if (index % 3 === 0) return relayDefinition({});
  const token: RefreshedToken = {
    secretName,
    grantType: "refresh_token",
    tokenUrl: "https://login.example.com/oauth2/token",
    clientId: { secretName: `client-${index}` },
    clientSecretName: `client-secret-${index}`,
    refreshTokenSecretName: `refresh-token-${index}`,
    instanceUrl: "tag",
    allowedInstanceUrlSuffixes: ["example.com"],
    intervalMinutes: 60,
    assumedLifetimeMinutes: 120,
    maximumLifetimeMinutes: 1_440,
    writePath: index % 3 === 1 ? "http" : "connector",
  };
  const write =
    index % 3 === 1
      ? ({ kind: "http", identity: undefined } as const)
      : ({ kind: "connector", queries: relayAddress.queries } as const);
  return refreshDefinition(token, { write });
}
