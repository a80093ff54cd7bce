import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";

/**
 * A resource as a program registered it: its inputs, with `{ secret: value }` where they are secret.
 *
 * Pulumi's mocks show an input as secret as a whole where any part of it is.
 */
export interface Constructed {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Options of a resource that reach the engine beside its inputs. */
export interface RegisteredOptions {
  /** Paths of inputs. */
  readonly replaceOnChanges: readonly string[];
  /** URNs, sorted. */
  readonly dependencies: readonly string[];
}

/** Everything that a program registered, in order, and its outputs. */
export interface Construction {
  readonly resources: readonly Constructed[];
  readonly outputs: Readonly<Record<string, unknown>>;
  /** The one resource of a type and name. */
  find(this: void, type: string, name: string): Constructed;
  /** Those of a type, by name. */
  ofType(this: void, type: string): readonly Constructed[];
  optionsOf(this: void, resource: Constructed): RegisteredOptions;
}

const secretKey = "4dabf18193072939515e22adb298388d";
const unknownKey = "__pulumiUnknown";

/** What Azure computes for each type of resource that the program may create. */
const computed: Readonly<Record<string, (name: string) => Record<string, unknown>>> = {
  "azure-native:resources:ResourceGroup": (name) => ({ name: `${name}12345678` }),
  "azure-native:keyvault:Vault": (name) => ({ name: `${name}12345678` }),
  "azure-native:keyvault:AccessPolicy": () => ({}),
  "azure-native:authorization:RoleDefinition": () => ({}),
  "azure-native:authorization:RoleAssignment": () => ({}),
  "azure-native:managedidentity:UserAssignedIdentity": (name) => ({
    principalId: `principal-of-${name}`,
    tenantId: "tenant",
  }),
  "azure-native:logic:Workflow": (name) => ({
    name: `${name}12345678`,
    identity: { type: "SystemAssigned", principalId: `principal-of-${name}`, tenantId: "tenant" },
  }),
  "azure-native:servicebus:Subscription": (name) => ({ name: `${name}12345678` }),
  "azure-native:web:CustomApi": (name) => ({ name: `${name}12345678` }),
  "azure-native:monitor:ActionGroup": (name) => ({ name: `${name}12345678` }),
  "azure-native:monitor:MetricAlert": (name) => ({ name: `${name}12345678` }),
  "azure-native:monitor:ScheduledQueryRule": (name) => ({ name: `${name}12345678` }),
  "azure-native:monitor:DiagnosticSetting": (name) => ({ name: `${name}12345678` }),
  "azure-native:web:Connection": (name) => ({ name: `${name}12345678` }),
};

const looked: Readonly<Record<string, (inputs: Record<string, unknown>) => Record<string, unknown>>> = {
  "azure-native:authorization:getClientConfig": () => ({ tenantId: "tenant", subscriptionId: "subscription" }),
  "azure-native:logic:listWorkflowTriggerCallbackUrl": () => ({
    value:
      "https://prod-01.westeurope.logic.azure.com:443/workflows/0123/triggers/manual/paths/invoke/secrets/{secretName}" +
      "?api-version=2019-05-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=relay-key",
    queries: { apiVersion: "2019-05-01", sp: "/triggers/manual/run", sv: "1.0", sig: "relay-key" },
  }),
};

/** Circumstances of {@link construct}. */
interface ConstructOptions {
  /** Leaves unknown what Azure would know only after creation. @default false */
  readonly preview?: boolean;
  /** The stack's configuration, by full key. @default empty */
  readonly configuration?: Readonly<Record<string, string>>;
}

/**
 * Runs a program as Pulumi would and records what it registers; creates nothing.
 *
 * A resource or look-up that is not expected fails the construction.
 */
export async function construct(
  program: () => Readonly<Record<string, unknown>> | undefined,
  { preview = false, configuration = {} }: ConstructOptions = {},
): Promise<Construction> {
  const resources: Constructed[] = [];
  const unexpected: string[] = [];
  pulumi.runtime.setAllConfig({ ...configuration });
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs, custom }) => {
        if (type === "pulumi:pulumi:Stack") return { id: undefined, state: {} };
        resources.push({ type, name, inputs: readable(inputs) as Record<string, unknown> });
        const compute = custom === true ? computed[type] : () => ({});
        // Thrown here, it would hang the program instead of failing it.
        if (compute === undefined) unexpected.push(`resource ${type} ${name}`);
        const state = preview ? {} : { ...(inputs as object), ...compute?.(name) };
        return { id: preview ? undefined : armId(type, name), state };
      },
      call: ({ token, inputs }) => {
        const look = looked[token];
        if (look === undefined) unexpected.push(`look-up ${token}`);
        return look?.(inputs as Record<string, unknown>) ?? {};
      },
    },
    "logicapp-keyvault-secrets",
    "test",
    preview,
  );
  const options = recordOptions();
  const exported = await pulumi.runtime.serializeProperties("outputs", { ...program() });
  await pulumi.runtime.disconnect();
  assert.deepEqual(unexpected, []);
  const ofType = (type: string): readonly Constructed[] =>
    resources.filter((resource) => resource.type === type).sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    resources,
    outputs: readable(exported) as Record<string, unknown>,
    ofType,
    optionsOf: ({ type, name }) => options.get(`${type} ${name}`) ?? { replaceOnChanges: [], dependencies: [] },
    find(type, name) {
      const found = ofType(type).filter((resource) => resource.name === name);
      assert.equal(
        found.length,
        1,
        `${type} ${name} among ${ofType(type)
          .map((other) => other.name)
          .join(", ")}`,
      );
      return found[0] as Constructed;
    },
  };
}

interface MockMonitor {
  registerResource(request: RegisterRequest, callback: unknown): unknown;
}

interface RegisterRequest {
  getType(): string;
  getName(): string;
  getReplaceonchangesList(): string[];
  getDependenciesList(): string[];
}

/** Listens to the mock monitor, since mocks are not given a resource's options. */
function recordOptions(): ReadonlyMap<string, RegisteredOptions> {
  const options = new Map<string, RegisteredOptions>();
  const monitor = pulumi.runtime.getMonitor() as unknown as MockMonitor;
  const registerResource = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) => {
    options.set(`${request.getType()} ${request.getName()}`, {
      replaceOnChanges: request.getReplaceonchangesList(),
      dependencies: request.getDependenciesList().sort(),
    });
    return registerResource(request, callback);
  };
  return options;
}

function armId(type: string, name: string): string {
  const kind = type.split(":").slice(1).join("/");
  return kind === "resources/ResourceGroup"
    ? `/subscriptions/s/resourceGroups/${name}12345678`
    : `/subscriptions/s/resourceGroups/g/providers/${kind}/${name}12345678`;
}

/** A value from Pulumi's wire, with secrets and unknowns to be seen. */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== "object" || value === null) return value;
  if (unknownKey in value) return "[unknown]";
  if (secretKey in value) return { secret: readable((value as { value?: unknown }).value) };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]));
}
