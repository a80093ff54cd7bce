import { asObject, list, same, text, type JsonObject } from "../json-answer";
import type { VaultModel } from "../azure/read-vault";
import { StackError } from "./stack-error";

/** A Logic App of the stack. */
export interface DeployedWorkflow {
  /** ARM id. */
  readonly id: string;
  readonly name: string;
}

/** A Logic App that keeps a token fresh. */
export interface DeployedRefresh extends DeployedWorkflow {
  /** Of the secret that holds the token. */
  readonly secretName: string;
}

/** A role assignment of the stack. */
export interface DeployedRoleAssignment {
  /** ARM id. */
  readonly id: string;
  readonly urn: string;
  /** Object id of the identity that it is for. */
  readonly principalId: string;
}

/** A deployed stack: where its parts are, and what they are to be. */
export interface DeployedStack {
  readonly name: string;
  /** ARM id. */
  readonly vaultId: string;
  /** Who is to decide on the vault's secrets: the grants of the stack are for this one. */
  readonly vaultModel: VaultModel;
  readonly refreshes: readonly DeployedRefresh[];
  /** Absent where no token and no allowed name needs the connector. */
  readonly connector?: { readonly connectionId: string; readonly relay: DeployedWorkflow };
  /** Empty with access policies. */
  readonly roleAssignments: readonly DeployedRoleAssignment[];
  /** ARM ids of alert rules, on metrics and on logs. */
  readonly alertRuleIds: readonly string[];
}

/** The whole of an exported state is read without asking for a secret: what is encrypted in it is of no use here. */
interface StateResource {
  /** Pulumi's type token, without a version of azure-native's modules. */
  readonly type: string;
  /** ARM id; empty for what has none. */
  readonly id: string;
  readonly urn: string;
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
}

/**
 * Reads a stack's state.
 *
 * @param state what `pulumi stack export` tells
 * @throws {StackError} for what is no state, or that of a stack that was not deployed, or only in part
 */
export function readDeployedStack(state: unknown): DeployedStack {
  const resources = list(asObject(asObject(state).deployment).resources).map(stateResource);
  const stack = resources.find(({ type }) => type === "pulumi:pulumi:Stack");
  if (stack === undefined) {
    throw new StackError("The state has no stack: it is empty, or not what 'npx pulumi stack export' writes.");
  }
  const name = stack.urn.split("::")[0]?.replace("urn:pulumi:", "") ?? "";
  const { refreshWorkflows, connectionId, relay } = stack.outputs;
  const refreshes = Object.entries(asObject(refreshWorkflows)).map(([secretName, output]) => ({
    secretName,
    ...workflowOf(asObject(output), `refreshWorkflows.${secretName}`, name),
  }));
  if (refreshes.length === 0) throw notDeployed(name, "its outputs lack 'refreshWorkflows'");
  return {
    name,
    vaultId: vaultIdOf(resources, name),
    vaultModel: vaultModelOf(resources, name),
    refreshes,
    ...(text(connectionId) === ""
      ? {}
      : { connector: { connectionId: text(connectionId), relay: workflowOf(asObject(relay), "relay", name) } }),
    roleAssignments: resources
      .filter(({ type }) => same(type, roleAssignmentType))
      .map(({ id, urn, inputs }) => ({ id, urn, principalId: text(inputs.principalId) })),
    alertRuleIds: resources.map(({ id }) => id).filter((id) => alertRule.test(id)),
  };
}

const roleAssignmentType = "azure-native:authorization:RoleAssignment";
const alertRule = /\/providers\/Microsoft\.Insights\/(metricAlerts|scheduledQueryRules)\/[^/]+$/i;
const withinVault = /^(\/subscriptions\/.+\/providers\/Microsoft\.KeyVault\/vaults\/[^/]+)(\/|$)/i;

function stateResource(given: unknown): StateResource {
  const { type, id, urn, inputs, outputs } = asObject(given);
  const unversioned = text(type).replace(/^(azure-native:\w+)\/v\w+:/, "$1:");
  return { type: unversioned, id: text(id), urn: text(urn), inputs: asObject(inputs), outputs: asObject(outputs) };
}

/** The vault itself, or, where the stack uses one that was there, the vault that its grants are at. */
function vaultIdOf(resources: readonly StateResource[], stack: string): string {
  const id = resources.map((resource) => withinVault.exec(resource.id)?.[1]).find((found) => found !== undefined);
  if (id !== undefined) return id;
  throw notDeployed(stack, "its state has neither a key vault nor a grant at one");
}

function vaultModelOf(resources: readonly StateResource[], stack: string): VaultModel {
  const vault = resources.find(({ type }) => same(type, "azure-native:keyvault:Vault"));
  const { enableRbacAuthorization } = asObject(vault?.inputs.properties);
  if (typeof enableRbacAuthorization === "boolean") return enableRbacAuthorization ? "rbac" : "accessPolicy";
  if (resources.some(({ type }) => same(type, roleAssignmentType))) return "rbac";
  if (resources.some(({ type }) => same(type, "azure-native:keyvault:AccessPolicy"))) return "accessPolicy";
  throw notDeployed(stack, "its state has no grant");
}

function workflowOf(output: JsonObject, name: string, stack: string): DeployedWorkflow {
  const workflow = { id: text(output.id), name: text(output.name) };
  if (workflow.id !== "" && workflow.name !== "") return workflow;
  throw notDeployed(stack, `its outputs lack '${name}'`);
}

function notDeployed(stack: string, why: string): StackError {
  return new StackError(
    `The stack '${stack}' is not deployed in full: ${why}. Deploy it first: npx pulumi up --stack ${stack}`,
  );
}
