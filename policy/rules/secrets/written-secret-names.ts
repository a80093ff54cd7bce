import type { Requirements } from "../../../access/permissions";
import { asObject, findActionPath } from "../../../definition";
import { documentOperations, writesToVault } from "../../connector-document";
import type { Report, Rule } from "../../rule/rule";
import type { ModelWorkflow, StackConnector, StackWorkflow, Write } from "../../model";
import { connectorWrites, vaultWrites, secretWrites } from "../../model";

interface Configuration {
  /** The names that workflows may write; `*` at the end stands for anything. Absent: any that is literal or guarded. */
  readonly allowedSecretNames?: readonly string[];
}

export const writtenSecretNames: Rule<Configuration> = {
  id: "written-secret-names",
  sentence: "A workflow writes only secrets whose names are literal or checked against a list, and all lists agree.",
  fault: "A workflow writes secrets whose names are not literal and not checked against a list, or the lists differ.",
  level: "mandatory",
  levelReason: "Everyone who uses an overwritten secret gets a value that somebody else chose.",
  reason: "A caller who can choose the name of a written secret can overwrite any secret in the vault.",
  remediation:
    "Write the name literally, or put the action into an If whose condition is contains(list, name), on a list that " +
    "is a parameter. Keep the connector's enum, the relay's list and the names that workflows use the same.",
  reference: "https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#object-identifiers",
  configuration: {
    schema: {
      type: "object",
      properties: {
        allowedSecretNames: {
          type: "array",
          items: { type: "string" },
          description:
            "Names that workflows may write; a trailing * matches any text. All names are allowed if omitted.",
        },
      },
      additionalProperties: false,
    },
    defaults: {},
  },
  evaluate({ workflows, connectors }, { allowedSecretNames }, report) {
    const ofVaults = connectors.filter(({ document }) => writesToVault(document));
    const connectorByUrn = new Map(ofVaults.map((connector) => [connector.urn, connector]));
    const workflowByUrn = new Map(workflows.map((workflow) => [workflow.urn, workflow]));
    const callable = workflows.filter(isRelay);
    for (const workflow of workflows) {
      const { requirements } = workflow;
      if (workflow.state === "unknown") report.undecided({ urn: workflow.urn, path: "definition" });
      for (const write of secretWrites(requirements)) checkWrite(workflow, write, allowedSecretNames, report);
      const documents = [...workflow.madeFrom].flatMap((urn) => connectorByUrn.get(urn) ?? []);
      if (documents.length > 0) checkCalls(workflow, requirements, documents.flatMap(listedNames), report);
    }
    for (const connector of ofVaults) {
      const relayed = findRelays(connector, workflowByUrn, callable).flatMap(({ requirements }) =>
        vaultWrites(requirements),
      );
      if (relayed.length > 0) checkAgreement(connector, relayed, report);
    }
  },
};

function checkWrite(
  { urn, parameters, definition }: StackWorkflow,
  { action, secretNames }: Write,
  allowed: readonly string[] | undefined,
  report: Report,
): void {
  const path = (): string => `definition.${findActionPath(definition, action)}`;
  if (secretNames === undefined) {
    // A list that is known only after deployment may still guard the name.
    if ([...parameters].some(([name, value]) => isUnknownList(definition, name, value)))
      report.undecided({ urn, path: path() });
    else report.finding({ urn, path: path(), message: `The action "${action}" can write a secret of any name.` });
    return;
  }
  const foreign =
    allowed === undefined ? [] : secretNames.filter((name) => !allowed.some((each) => matches(name, each)));
  if (foreign.length > 0) {
    const message = `The action "${action}" writes secrets that are not among the allowed names: ${foreign.length}.`;
    report.finding({ urn, path: path(), message });
  }
}

/** A parameter of another type than Array, such as a vault's address, is no list of names. */
function isUnknownList(definition: unknown, name: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => typeof item === "symbol");
  const declared = Object.entries(asObject(asObject(definition).parameters));
  const { type } = asObject(declared.find(([each]) => each.toLowerCase() === name)?.[1]);
  return typeof value === "symbol" && typeof type === "string" && type.toLowerCase() === "array";
}

function matches(name: string, pattern: string): boolean {
  const [wanted, given] = [pattern.toLowerCase(), name.toLowerCase()];
  return wanted.endsWith("*") ? given.startsWith(wanted.slice(0, -1)) : given === wanted;
}

function checkCalls(
  { urn, definition }: StackWorkflow,
  requirements: Requirements,
  listed: readonly string[],
  report: Report,
): void {
  for (const { action, secretNames = [] } of connectorWrites(requirements)) {
    if (secretNames.every((name) => listed.includes(name.toLowerCase()))) continue;
    const message = `The action "${action}" writes a secret that the connector's document does not list.`;
    report.finding({ urn, path: `definition.${findActionPath(definition, action)}`, message });
  }
}

/**
 * The workflows that a connector is made from. A look-up of the callback URL does not always tell the engine what it
 * is made from; then it is the only one that can be called and writes.
 */
function findRelays(
  { madeFrom }: StackConnector,
  workflowByUrn: ReadonlyMap<string, ModelWorkflow>,
  callable: readonly ModelWorkflow[],
): readonly ModelWorkflow[] {
  const made = [...madeFrom].flatMap((urn) => workflowByUrn.get(urn) ?? []);
  if (made.length > 0) return made;
  return callable.length === 1 ? callable : [];
}

function isRelay({ definition, requirements }: ModelWorkflow): boolean {
  return vaultWrites(requirements).length > 0 && isCallable(definition);
}

function isCallable(definition: unknown): boolean {
  return Object.values(asObject(asObject(definition).triggers)).some((trigger) => {
    const { type } = asObject(trigger);
    return typeof type === "string" && type.toLowerCase() === "request";
  });
}

function checkAgreement(connector: StackConnector, relayed: readonly Write[], report: Report): void {
  const listed = new Set(listedNames(connector));
  const guarded = new Set(relayed.flatMap(({ secretNames = [] }) => secretNames.map((name) => name.toLowerCase())));
  const onlyListed = [...listed].filter((name) => !guarded.has(name)).length;
  const onlyGuarded = [...guarded].filter((name) => !listed.has(name)).length;
  if (listed.size === 0 || guarded.size === 0 || onlyListed + onlyGuarded === 0) return;
  report.finding({
    urn: connector.urn,
    path: "properties.swagger",
    message:
      `The connector's document and its relay do not list the same names: ${onlyListed} only in the document, ` +
      `${onlyGuarded} only in the relay.`,
  });
}

/** In lower case, as Key Vault ignores case. */
function listedNames({ document }: StackConnector): readonly string[] {
  return documentOperations(document).flatMap(({ parameters }) =>
    parameters
      .filter((parameter) => parameter.in === "path" && Array.isArray(parameter.enum))
      .flatMap((parameter) => parameter.enum as unknown[])
      .flatMap((name) => (typeof name === "string" ? [name.toLowerCase()] : [])),
  );
}
