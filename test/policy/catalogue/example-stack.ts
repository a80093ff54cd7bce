import { createHash } from "node:crypto";
import { parse } from "yaml";
import { asObject, type JsonObject } from "../../../definition";
import { encrypted, type Stack, type StackResource } from "../../../policy/model";

const group = "/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-tokens";

/** Types of Azure Resource Manager, and the properties that name their resources. */
const armTypes: Readonly<Record<string, readonly [type: string, name: string]>> = {
  "azure-native:keyvault:Vault": ["Microsoft.KeyVault/vaults", "vaultName"],
  "azure-native:logic:Workflow": ["Microsoft.Logic/workflows", "workflowName"],
  "azure-native:authorization:RoleDefinition": ["Microsoft.Authorization/roleDefinitions", ""],
};

/** The stack of the examples with the changes of one, as it is after deployment. */
export function exampleStack(base: string, changes: string): Stack {
  const { outputs, ...program } = asObject(change(parse(base), parse(changes)));
  const resources = Object.entries(program).map(([name, declared]) => deployed(name, asObject(declared)));
  const byName = new Map(resources.map((resource) => [resource.name, resource]));
  return {
    resources: resources.map((resource) => withReferences(resource, byName)),
    plainOutputs: asObject(resolved(outputs, byName)),
    marksSecrets: true,
  };
}

/** Objects are changed member by member; `null` removes a member. */
function change(before: unknown, changes: unknown): unknown {
  if (typeof changes !== "object" || changes === null || Array.isArray(changes)) return changes;
  const members = Object.entries(changes).map(([key, value]) => [key, change(asObject(before)[key], value)] as const);
  const changed = { ...asObject(before), ...Object.fromEntries(members) };
  return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null));
}

function deployed(name: string, { type, properties, options }: JsonObject): StackResource {
  const inputs = asObject(properties);
  const [armType = "", nameProperty = ""] = armTypes[String(type)] ?? [];
  const named = inputs[nameProperty];
  const nameInAzure = typeof named === "string" ? named : guid(`${name} id`);
  const principal = { principalId: guid(`${name} principal`) };
  return {
    urn: `urn:pulumi:prod::tokens::${String(type)}::${name}`,
    type: String(type),
    name,
    properties: {
      ...inputs,
      id: `${group}/providers/${armType}/${nameInAzure}`,
      ...(inputs.identity === undefined ? {} : { identity: { ...asObject(inputs.identity), ...principal } }),
      ...(type === "azure-native:managedidentity:UserAssignedIdentity" ? principal : {}),
    },
    propertyDependencies: {},
    ignoreChanges: (asObject(options).ignoreChanges as readonly string[] | undefined) ?? [],
  };
}

function withReferences(resource: StackResource, byName: ReadonlyMap<string, StackResource>): StackResource {
  const made = Object.entries(resource.properties).map(([property, value]): [string, string[]] => [
    property,
    [...JSON.stringify(value).matchAll(reference)].map(([, name = ""]) => byName.get(name)?.urn ?? name),
  ]);
  return {
    ...resource,
    properties: asObject(resolved(resource.properties, byName)),
    propertyDependencies: Object.fromEntries(made.filter(([, urns]) => urns.length > 0)),
  };
}

/** `${vault.id}`, as Pulumi YAML refers to other resources. */
const reference = /\$\{(\w+)\.([\w.]+)\}/g;

function resolved(value: unknown, byName: ReadonlyMap<string, StackResource>): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, byName));
  if (typeof value === "string") {
    return value.replaceAll(reference, (_, name: string, path: string) => {
      const found = path
        .split(".")
        .reduce<unknown>((holder, key) => asObject(holder)[key], byName.get(name)?.properties);
      if (typeof found !== "string") throw new Error(`An example refers to "${name}.${path}", which is not there.`);
      return found;
    });
  }
  if (typeof value !== "object" || value === null) return value;
  if ("fn::secret" in value) return encrypted;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolved(item, byName)]));
}

function guid(seed: string): string {
  const hex = createHash("sha256").update(seed).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
