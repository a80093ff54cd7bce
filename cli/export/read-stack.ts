import { projectType } from "../../access/project-type";
import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import { withoutStateSecrets } from "../../policy/inputs/state-values";
import { encrypted, normaliseType } from "../../policy/model";
import type { DeployedConnector, ExportableStack } from "./exportable-stack";

const connectorType = projectType("connector", "SetSecretConnector");
const refreshType = projectType("workflows", "RefreshWorkflow");

/** A resource of a state, without what is secret in it. */
interface StateResource {
  readonly urn: string;
  readonly type: string;
  /** Name in the program. */
  readonly name: string;
  /** ARM resource ID; empty for components, and before the deployment. */
  readonly id: string;
  readonly parent: string;
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
}

/**
 * Reads the connectors and the refreshes of a stack.
 *
 * @param state as `pulumi stack export` writes it
 * @returns what is wrong with it, as a sentence, if it is not the state of a stack
 */
export function readStack(state: unknown): ExportableStack | string {
  const { deployment, resourcePlans, steps } = asObject(state);
  const { resources: entries, pending_operations: pending } = asObject(deployment);
  if (resourcePlans !== undefined || steps !== undefined) {
    return `it is the plan of a preview, and nothing in it is deployed. Deploy the stack first: npx pulumi up. ${fix}`;
  }
  if (!Array.isArray(entries)) return `it is not an exported stack. ${fix}`;
  const resources = asList(entries)
    .map(asObject)
    .filter(({ delete: isLeftover }) => isLeftover !== true)
    .map(readResource);
  const stack = resources.find(({ type }) => type === "pulumi:pulumi:Stack");
  if (stack === undefined) return "it has no resources. Deploy the stack first: npx pulumi up.";
  if (asList(pending).length > 0) {
    return "its last deployment was interrupted, and left operations pending. Finish it first: npx pulumi up.";
  }
  const [, name = "", project = ""] = /^urn:pulumi:(.+?)::(.+?)::/.exec(stack.urn) ?? [];
  const tree = ancestry(resources);
  const workflows = resources.filter(({ type }) => type === "azure-native:logic:Workflow");
  const components = resources.filter(({ type }) => type === connectorType);
  const connectors = components.map((component) => readConnector(component, resources, workflows, tree));
  return {
    project,
    name,
    connectors: connectors.filter((connector) => connector !== undefined).sort(byName),
    undeployed: components.filter((_, index) => connectors[index] === undefined).map((component) => component.name),
    refreshes: workflows
      .filter((workflow) => tree(workflow).some(({ type }) => type === refreshType))
      .map(({ name: workflow, inputs: { definition, parameters } }) => ({ name: workflow, definition, parameters }))
      .sort(byName),
  };
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}

const fix = "Write it with: npx pulumi stack export --file FILE";

function readResource({ urn, type, id, parent, inputs, outputs }: JsonObject): StateResource {
  return {
    urn: asString(urn),
    type: normaliseType(asString(type)),
    name: asString(urn).split("::").slice(3).join("::"),
    id: asString(id),
    parent: asString(parent),
    inputs: withoutStateSecrets(inputs),
    outputs: withoutStateSecrets(outputs),
  };
}

/** The components around a resource, innermost first. */
type Ancestry = (resource: StateResource) => readonly StateResource[];

function ancestry(resources: readonly StateResource[]): Ancestry {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return (resource) => {
    const found: StateResource[] = [];
    for (let next = byUrn.get(resource.parent); next !== undefined; next = byUrn.get(next.parent)) found.push(next);
    return found;
  };
}

function readConnector(
  component: StateResource,
  resources: readonly StateResource[],
  workflows: readonly StateResource[],
  tree: Ancestry,
): DeployedConnector | undefined {
  const api = resources.find(({ type, parent }) => type === "azure-native:web:CustomApi" && parent === component.urn);
  if (api === undefined || api.id === "") return undefined;
  const relay = workflows.find((workflow) => tree(workflow).includes(component));
  const { properties } = api.inputs;
  const { triggers } = asObject(relay?.inputs.accessControl);
  return {
    name: component.name,
    id: api.id,
    location: asString(api.inputs.location ?? api.outputs.location),
    document: properties === encrypted ? encrypted : asObject(properties).swagger,
    allowedCallers: asList(asObject(triggers).allowedCallerIpAddresses).map((range) =>
      asString(asObject(range).addressRange),
    ),
  };
}
