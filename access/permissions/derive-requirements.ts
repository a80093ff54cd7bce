import type { PlacedAction } from "../../definition";
import { asObject, walkActions, walkTriggers } from "../../definition";
import type { ParameterValues, Piece } from "./fold-template";
import { withConstants } from "./find-constants";
import { foldTemplate, parameterName } from "./fold-template";
import { findIdentityConnection } from "./identity-connection";
import type { IdentityRequest } from "./identity-request";
import { readIdentityRequest } from "./identity-request";
import { readKeyVaultConnector } from "./key-vault-connector";
import { vaultAudiences, vaultHost } from "../../azure";
import { readSecretCall } from "./read-secret-call";
import type { ConnectorCall, Requirements, UnknownVaultCall, VaultName, VaultRequirement } from "./requirements";
import { readResourceManagerCall } from "./resource-manager-call";
import { readResourceManagerWrite } from "./resource-manager-write";
import { readServiceBusCall } from "./service-bus-call";
import { readServiceBusConnector } from "./service-bus-connector";

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
  const found: Found = {
    vault: [],
    serviceBus: [],
    triggerRuns: [],
    resourceManagerCalls: [],
    connectors: [],
    unknownVaultCalls: [],
    resourceManagerWrites: [],
  };
  for (const placed of [...walkTriggers(definition), ...actions]) {
    const type = placed.type.toLowerCase();
    if (type === "http") addRequest(placed, parameters, actions, found);
    else if (type === "apiconnection") addConnectorCall(placed, parameters, actions, found);
  }
  return found;
}

/** Lists of {@link Requirements} that grow with each action. */
type Found = { readonly [Kind in keyof Requirements]: Requirements[Kind][number][] };

function addRequest(
  placed: PlacedAction,
  parameters: ParameterValues,
  actions: readonly PlacedAction[],
  found: Found,
): void {
  const request = readIdentityRequest(placed, parameters);
  if (request === undefined) return;
  const write = readResourceManagerWrite(placed, request, parameters, actions);
  if (write !== undefined) {
    found.resourceManagerWrites.push(write);
    return;
  }
  const vaultCall = readVaultCall(placed, request, parameters, actions);
  if (vaultCall !== undefined) {
    if ("operation" in vaultCall) found.vault.push(vaultCall);
    else found.unknownVaultCalls.push(vaultCall);
    return;
  }
  const message = readServiceBusCall(request);
  if (message !== undefined) found.serviceBus.push(message);
  const call = readResourceManagerCall(request);
  if (call === undefined) return;
  if ("run" in call) found.triggerRuns.push(call.run);
  else found.resourceManagerCalls.push(call.other);
}

function addConnectorCall(
  placed: PlacedAction,
  parameters: ParameterValues,
  actions: readonly PlacedAction[],
  found: Found,
): void {
  const call = readApiConnection(placed, parameters, actions);
  if (call === undefined) return;
  const connection = findIdentityConnection(call.connection, parameters);
  const vault = connection === undefined ? undefined : readKeyVaultConnector(call, connection);
  const message = connection === undefined ? undefined : readServiceBusConnector(call, connection);
  if (vault !== undefined) found.vault.push(...vault);
  else if (message !== undefined) found.serviceBus.push(message);
  else found.connectors.push(call);
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

function readVaultCall(
  placed: PlacedAction,
  { action, method, pieces, audience, ...by }: IdentityRequest,
  parameters: ParameterValues,
  actions: readonly PlacedAction[],
): VaultRequirement | UnknownVaultCall | undefined {
  const address = readAddress(pieces);
  const isVault = "host" in address.vault ? vaultHost.test(address.vault.host) : vaultAudiences.test(audience);
  if (!isVault) return undefined;
  const call = readSecretCall(placed, method, address.path, parameters, actions);
  if (call.operation === undefined) return { action, method, path: call.path };
  return {
    action,
    operation: call.operation,
    vault: address.vault,
    ...(call.secretNames === undefined ? {} : { secretNames: call.secretNames }),
    ...by,
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
