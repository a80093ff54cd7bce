import type { PlacedAction } from "../../definition";
import { asObject, walkActions, walkTriggers } from "../../definition";
import type { ParameterValues, Piece } from "./fold-template";
import { withConstants } from "./find-constants";
import { foldTemplate, parameterName } from "./fold-template";
import { readManagedConnector } from "./managed-connector";
import { vaultAudiences, vaultHost } from "../../azure";
import { readSecretCall } from "./read-secret-call";
import type {
  ConnectorCall,
  Requirements,
  ResourceManagerWrite,
  UnknownVaultCall,
  VaultName,
  VaultRequirement,
} from "./requirements";
import { readResourceManagerWrite } from "./resource-manager-write";

/**
 * Derives the permissions that a workflow's identity needs, and the calls that it makes through connectors, from its
 * definition alone. Triggers that poll count as actions do.
 *
 * @param definition a workflow definition; nothing of its shape is trusted
 * @param values of its parameters, where known; a default value stands in for one that is absent
 * @throws ExpressionSyntaxError where an address holds an expression that cannot be read
 */
export function deriveRequirements(definition: unknown, values: Readonly<Record<string, unknown>> = {}): Requirements {
  const parameters = withConstants(definition, knownParameters(definition, values));
  const actions = walkActions(definition);
  const vault: VaultRequirement[] = [];
  const connectors: ConnectorCall[] = [];
  const unknownVaultCalls: UnknownVaultCall[] = [];
  const resourceManagerWrites: ResourceManagerWrite[] = [];
  for (const placed of [...walkTriggers(definition), ...actions]) {
    const type = placed.type.toLowerCase();
    if (type === "http") {
      const call = readHttp(placed, parameters, actions);
      if (call === undefined) continue;
      if ("operation" in call) vault.push(call);
      else if ("method" in call) unknownVaultCalls.push(call);
      else resourceManagerWrites.push(call);
    } else if (type === "apiconnection") {
      const call = readApiConnection(placed, parameters, actions);
      if (call === undefined) continue;
      const needed = readManagedConnector(placed.name, call, parameters);
      if (needed === undefined) connectors.push(call);
      else vault.push(...needed);
    }
  }
  return { vault, connectors, unknownVaultCalls, resourceManagerWrites };
}

function knownParameters(definition: unknown, values: Readonly<Record<string, unknown>>): ParameterValues {
  const known = new Map<string, unknown>();
  for (const [name, declaration] of Object.entries(asObject(asObject(definition).parameters))) {
    const { defaultValue } = asObject(declaration);
    // An empty text stands for no value: Microsoft's schema reference asks for a default, for the designer to show.
    if (defaultValue !== "") known.set(name.toLowerCase(), defaultValue);
  }
  for (const [name, value] of Object.entries(values)) known.set(name.toLowerCase(), value);
  return known;
}

function readHttp(
  placed: PlacedAction,
  parameters: ParameterValues,
  actions: readonly PlacedAction[],
): VaultRequirement | UnknownVaultCall | ResourceManagerWrite | undefined {
  const inputs = asObject(placed.action.inputs);
  const authentication = asObject(inputs.authentication);
  const { type } = authentication;
  if (typeof type !== "string" || type.toLowerCase() !== "managedserviceidentity") return undefined;
  if (typeof inputs.uri !== "string") return undefined;
  const pieces = foldTemplate(inputs.uri, parameters);
  const method = typeof inputs.method === "string" ? inputs.method : "";
  const write = readResourceManagerWrite(placed, method, pieces, parameters, actions);
  if (write !== undefined) return write;
  const address = readAddress(pieces);
  const audience = typeof authentication.audience === "string" ? authentication.audience : "";
  const isVault = "host" in address.vault ? vaultHost.test(address.vault.host) : vaultAudiences.test(audience);
  if (!isVault) return undefined;
  const call = readSecretCall(placed, method, address.path, parameters, actions);
  if (call.operation === undefined) return { action: placed.name, method, path: call.path };
  return {
    action: placed.name,
    operation: call.operation,
    vault: address.vault,
    ...(call.secretNames === undefined ? {} : { secretNames: call.secretNames }),
    ...("identity" in authentication ? { identity: authentication.identity } : {}),
  };
}

function readApiConnection(
  placed: PlacedAction,
  parameters: ParameterValues,
  actions: readonly PlacedAction[],
): ConnectorCall | undefined {
  const inputs = asObject(placed.action.inputs);
  const name = asObject(asObject(inputs.host).connection).name;
  const connection =
    typeof name === "string" ? /^@parameters\('\$connections'\)\??\['([^']+)'\]/i.exec(name)?.[1] : undefined;
  if (connection === undefined || typeof inputs.path !== "string") return undefined;
  const method = typeof inputs.method === "string" ? inputs.method.toUpperCase() : "";
  const call = readSecretCall(placed, method, foldTemplate(inputs.path, parameters), parameters, actions);
  return {
    action: placed.name,
    connection,
    method,
    path: call.path,
    ...(call.secretNames === undefined ? {} : { secretNames: call.secretNames }),
  };
}

/** An address as the vault that it names and the path behind; an unknown beginning counts as a parameter. */
function readAddress(pieces: readonly Piece[]): { vault: VaultName; path: readonly Piece[] } {
  const [first, ...rest] = pieces;
  if (first === undefined) return { vault: { host: "" }, path: [] };
  if (typeof first !== "string") return { vault: { parameter: parameterName(first) ?? "" }, path: rest };
  const [, host = "", path = ""] = /^https?:\/\/([^/?#:]*)(?::\d+)?([^]*)$/i.exec(first) ?? [];
  return { vault: { host }, path: [path, ...rest] };
}
