import { clouds, cloudOfVaultUri, isSameName, type Cloud } from "../../azure";
import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import type { AuthorizationModel } from "../../azure";
import { StackError } from "./stack-error";

/** ARM resource ID and name of a Logic App. */
interface WorkflowReference {
  readonly id: string;
  readonly name: string;
}

/** The Logic App behind the connector. */
export interface DeployedRelay extends WorkflowReference {
  readonly role: "relay";
}

/** A Logic App that refreshes a token. */
export interface DeployedRefresh extends WorkflowReference {
  readonly role: "refresh";
  /** Name of the secret that holds the token. */
  readonly secretName: string;
}

/** A Logic App that consumes a subscription of a Service Bus topic. */
export interface DeployedConsumer extends WorkflowReference {
  readonly role: "consumer";
  /** ARM resource ID of the subscription. */
  readonly subscriptionId: string;
}

/** A Logic App of the stack, with its role there. */
export type DeployedWorkflow = DeployedRelay | DeployedRefresh | DeployedConsumer;

/** A role assignment of the stack. */
export interface DeployedRoleAssignment {
  /** ARM resource ID. */
  readonly id: string;
  readonly urn: string;
  /** Object ID of the identity that holds the role. */
  readonly principalId: string;
}

/** A deployed stack: references to its resources, and their declared state. */
export interface DeployedStack {
  readonly name: string;
  /** The cloud of its vault. */
  readonly cloud: Cloud;
  /** ARM resource ID. */
  readonly vaultId: string;
  /** Authorization model that the stack's grants are made for. */
  readonly authorizationModel: AuthorizationModel;
  /** The Logic Apps, those that others call first. */
  readonly workflows: readonly DeployedWorkflow[];
  /** ARM resource ID of the connector's connection; absent if no token and no allowed name needs the connector. */
  readonly connectionId?: string;
  /** Role assignments; none with access policies. */
  readonly roleAssignments: readonly DeployedRoleAssignment[];
  /** ARM resource IDs of the alert rules on metrics and on logs. */
  readonly alertRuleIds: readonly string[];
}

/** A resource of an exported state; its encrypted values are not needed. */
interface StateResource {
  /** Pulumi type token, without the version of the azure-native module. */
  readonly type: string;
  /** ARM resource ID; empty for components. */
  readonly id: string;
  readonly urn: string;
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
}

/**
 * Reads a stack's state.
 *
 * @param state the output of `pulumi stack export`
 * @throws {StackError} if it is not a state, or the stack is not or only partly deployed
 */
export function readDeployedStack(state: unknown): DeployedStack {
  const resources = asList(asObject(asObject(state).deployment).resources).map(readStateResource);
  const stack = resources.find(({ type }) => type === "pulumi:pulumi:Stack");
  if (stack === undefined) {
    throw new StackError(
      "The state has no stack. Deploy it first (npx pulumi up), and give what 'npx pulumi stack export' writes then.",
    );
  }
  const name = stack.urn.split("::")[0]?.replace("urn:pulumi:", "") ?? "";
  const { vaultUri, refreshWorkflows, consumerWorkflows, connectionId, relay } = stack.outputs;
  const refreshes = Object.entries(asObject(refreshWorkflows)).map(([secretName, output]): DeployedRefresh => ({
    role: "refresh",
    secretName,
    ...readWorkflowOutput(asObject(output), `refreshWorkflows.${secretName}`, name),
  }));
  if (refreshes.length === 0) throw incompleteStack(name, "its outputs lack 'refreshWorkflows'");
  const consumers = Object.entries(asObject(consumerWorkflows)).map(([consumer, output]): DeployedConsumer => ({
    role: "consumer",
    ...readWorkflowOutput(asObject(output), `consumerWorkflows.${consumer}`, name),
    subscriptionId: readSubscriptionId(asObject(output), consumer, name),
  }));
  const hasConnector = asString(connectionId) !== "";
  const relays: readonly DeployedRelay[] = hasConnector
    ? [{ role: "relay", ...readWorkflowOutput(asObject(relay), "relay", name) }]
    : [];
  return {
    name,
    cloud: cloudOfVaultUri(asString(vaultUri)) ?? clouds.public,
    vaultId: findVaultId(resources, name),
    authorizationModel: findAuthorizationModel(resources, name),
    workflows: [...relays, ...refreshes, ...consumers],
    ...(hasConnector ? { connectionId: asString(connectionId) } : {}),
    roleAssignments: resources
      .filter(({ type }) => isSameName(type, roleAssignmentType))
      .map(({ id, urn, inputs }) => ({ id, urn, principalId: asString(inputs.principalId) })),
    alertRuleIds: resources.map(({ id }) => id).filter((id) => alertRule.test(id)),
  };
}

const roleAssignmentType = "azure-native:authorization:RoleAssignment";
const alertRule = /\/providers\/Microsoft\.Insights\/(metricAlerts|scheduledQueryRules)\/[^/]+$/i;
const withinVault = /^(\/subscriptions\/.+\/providers\/Microsoft\.KeyVault\/vaults\/[^/]+)(\/|$)/i;

function readStateResource(given: unknown): StateResource {
  const { type, id, urn, inputs, outputs } = asObject(given);
  const unversioned = asString(type).replace(/^(azure-native:\w+)\/v\w+:/, "$1:");
  return {
    type: unversioned,
    id: asString(id),
    urn: asString(urn),
    inputs: asObject(inputs),
    outputs: asObject(outputs),
  };
}

/** Finds the stack's own vault, or the existing vault that its grants apply to. */
function findVaultId(resources: readonly StateResource[], stack: string): string {
  const id = resources.map((resource) => withinVault.exec(resource.id)?.[1]).find((found) => found !== undefined);
  if (id !== undefined) return id;
  throw incompleteStack(stack, "its state has neither a key vault nor a grant at one");
}

function findAuthorizationModel(resources: readonly StateResource[], stack: string): AuthorizationModel {
  const vault = resources.find(({ type }) => isSameName(type, "azure-native:keyvault:Vault"));
  const { enableRbacAuthorization } = asObject(vault?.inputs.properties);
  if (typeof enableRbacAuthorization === "boolean") return enableRbacAuthorization ? "rbac" : "accessPolicy";
  // Role assignments at Logic Apps, which refreshOperators get, say nothing about the vault.
  const grants = resources.filter(({ id }) => withinVault.test(id));
  if (grants.some(({ type }) => isSameName(type, roleAssignmentType))) return "rbac";
  if (grants.some(({ type }) => isSameName(type, "azure-native:keyvault:AccessPolicy"))) return "accessPolicy";
  throw incompleteStack(stack, "its state has no grant");
}

function readWorkflowOutput(output: JsonObject, name: string, stack: string): WorkflowReference {
  const workflow = { id: asString(output.id), name: asString(output.name) };
  if (workflow.id !== "" && workflow.name !== "") return workflow;
  throw incompleteStack(stack, `its outputs lack '${name}'`);
}

function readSubscriptionId({ subscriptionId }: JsonObject, consumer: string, stack: string): string {
  if (asString(subscriptionId) !== "") return asString(subscriptionId);
  throw incompleteStack(stack, `its outputs lack 'consumerWorkflows.${consumer}.subscriptionId'`);
}

function incompleteStack(stack: string, why: string): StackError {
  return new StackError(
    `The stack '${stack}' is not deployed in full: ${why}. Deploy it first: npx pulumi up --stack ${stack}`,
  );
}
