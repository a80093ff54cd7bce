import type { PlacedAction } from "../../definition";
import { asObject, walkActions } from "../../definition";
import type { ParameterValues, Piece } from "./fold-template";
import { foldTemplate, parameterName } from "./fold-template";
import type { SecretOperation } from "../../azure";
import { vaultAudiences, vaultHost } from "../../azure";
import { readSecretCall } from "./read-secret-call";

/** How a definition names a vault: by its host, or by the parameter that holds its address. */
export type VaultName = { readonly host: string } | { readonly parameter: string };

/** What an action of a workflow needs of a vault, for the workflow's identity. */
export interface VaultRequirement {
  readonly action: string;
  readonly operation: SecretOperation;
  readonly vault: VaultName;
  /** The names that the secret can have. Absent: any secret of the vault, or all of them. */
  readonly secretNames?: readonly string[];
  /** Resource id of the user-assigned identity, as the definition has it. Absent: the system-assigned one. */
  readonly identity?: unknown;
}

/** A call of an operation on secrets through a connector. */
export interface ConnectorCall {
  readonly action: string;
  /** Key among the workflow's `$connections`. */
  readonly connection: string;
  readonly method: string;
  /** With `{}` in place of what is not known before the run. */
  readonly path: string;
  /** The names that the secret can have. Absent: any, or none is named. */
  readonly secretNames?: readonly string[];
}

/** What the actions of a definition need. */
export interface Requirements {
  readonly vault: readonly VaultRequirement[];
  readonly connectors: readonly ConnectorCall[];
  /** Calls of a vault that are no operation on secrets that Key Vault has. */
  readonly unknownVaultCalls: readonly { readonly action: string; readonly method: string; readonly path: string }[];
}

/**
 * Derives what a workflow's identity must be able to do, and what it asks of connectors, from its definition alone.
 *
 * @param definition a workflow definition; nothing of its shape is trusted
 * @param values of its parameters, where known; a default value stands in for one that is absent
 * @throws ExpressionSyntaxError where an address holds an expression that cannot be read
 */
export function deriveRequirements(definition: unknown, values: Readonly<Record<string, unknown>> = {}): Requirements {
  const parameters = knownParameters(definition, values);
  const found = walkActions(definition).map((placed) => {
    if (placed.type === "Http") return { http: readHttp(placed, parameters) };
    if (placed.type === "ApiConnection") return { connector: readApiConnection(placed, parameters) };
    return {};
  });
  const https = found.flatMap(({ http }) => (http === undefined ? [] : [http]));
  return {
    vault: https.flatMap((call) => ("operation" in call ? [call] : [])),
    connectors: found.flatMap(({ connector }) => (connector === undefined ? [] : [connector])),
    unknownVaultCalls: https.flatMap((call) => ("operation" in call ? [] : [call])),
  };
}

function knownParameters(definition: unknown, values: Readonly<Record<string, unknown>>): ParameterValues {
  const known = new Map<string, unknown>();
  for (const [name, declaration] of Object.entries(asObject(asObject(definition).parameters))) {
    known.set(name.toLowerCase(), asObject(declaration).defaultValue);
  }
  for (const [name, value] of Object.entries(values)) known.set(name.toLowerCase(), value);
  return known;
}

function readHttp(
  placed: PlacedAction,
  parameters: ParameterValues,
): VaultRequirement | Requirements["unknownVaultCalls"][number] | undefined {
  const inputs = asObject(placed.action.inputs);
  const authentication = asObject(inputs.authentication);
  const { type } = authentication;
  if (typeof type !== "string" || type.toLowerCase() !== "managedserviceidentity") return undefined;
  if (typeof inputs.uri !== "string") return undefined;
  const address = readAddress(foldTemplate(inputs.uri, parameters));
  const audience = typeof authentication.audience === "string" ? authentication.audience : "";
  const isVault = "host" in address.vault ? vaultHost.test(address.vault.host) : vaultAudiences.test(audience);
  if (!isVault) return undefined;
  const method = typeof inputs.method === "string" ? inputs.method : "";
  const call = readSecretCall(placed, method, address.path, parameters);
  if (call.operation === undefined) return { action: placed.name, method, path: call.path };
  return {
    action: placed.name,
    operation: call.operation,
    vault: address.vault,
    ...(call.secretNames === undefined ? {} : { secretNames: call.secretNames }),
    ...("identity" in authentication ? { identity: authentication.identity } : {}),
  };
}

function readApiConnection(placed: PlacedAction, parameters: ParameterValues): ConnectorCall | undefined {
  const inputs = asObject(placed.action.inputs);
  const name = asObject(asObject(inputs.host).connection).name;
  const connection =
    typeof name === "string" ? /^@parameters\('\$connections'\)\??\['([^']+)'\]/i.exec(name)?.[1] : undefined;
  if (connection === undefined || typeof inputs.path !== "string") return undefined;
  const method = typeof inputs.method === "string" ? inputs.method.toUpperCase() : "";
  const call = readSecretCall(placed, method, foldTemplate(inputs.path, parameters), parameters);
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
