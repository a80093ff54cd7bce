import type { Requirements, VaultName } from "../../access/permissions";
import type { SecretPermission } from "../../azure";
import { deriveRequirements } from "../../access/permissions";
import { asObject } from "../../definition";
import { ExpressionSyntaxError } from "../../definition/expressions";
import type { StackConnection, StackWorkflow } from "./stack-definitions";
import type { PrincipalKey, WorkflowIdentities } from "./principals";
import type { VaultKey, VaultKeys } from "./vaults";

/** Permission that an identity needs for one action of a workflow. */
export interface Need {
  /** Of the workflow. */
  readonly urn: string;
  readonly action: string;
  readonly principal: PrincipalKey;
  readonly vault: VaultKey;
  readonly permission: SecretPermission;
  readonly dataAction: string;
  /** In lower case. Absent: any secret of the vault. */
  readonly secretNames?: readonly string[];
}

const noRequirements = deriveRequirements({});

/** Derives the requirements of a workflow's definition; none where the definition cannot be read. */
export function workflowRequirements({ definition, state, values }: StackWorkflow): Requirements {
  if (state !== "readable") return noRequirements;
  try {
    return deriveRequirements(definition, values);
  } catch (error) {
    // hidden-tokens reports an expression that cannot be read.
    if (error instanceof ExpressionSyntaxError) return noRequirements;
    throw error;
  }
}

export function readNeeds(
  workflow: StackWorkflow,
  requirements: Requirements,
  identities: WorkflowIdentities,
  vaults: VaultKeys,
  connections: readonly StackConnection[],
): readonly Need[] {
  const vaultKey = (vault: VaultName): VaultKey => {
    if ("host" in vault) return vaults.of(vault.host.split(".")[0], []);
    const name = "connection" in vault ? vaultNameOfConnection(workflow, vault.connection, connections) : undefined;
    return vaults.of(name, name === undefined ? [...workflow.madeFrom] : []);
  };
  return requirements.vault.map(({ action, operation, vault, secretNames, identity }) => ({
    urn: workflow.urn,
    action,
    principal: identity === undefined ? (identities.systemAssigned ?? "unknown") : userAssigned(identities),
    vault: vaultKey(vault),
    permission: operation.permission,
    dataAction: operation.dataAction,
    ...(secretNames === undefined ? {} : { secretNames: secretNames.map((name) => name.toLowerCase()) }),
  }));
}

/** Which of several is meant stands in an id that may be unknown; with one, there is no question. */
function userAssigned({ userAssigned: [only, ...others] }: WorkflowIdentities): PrincipalKey {
  return only === undefined || others.length > 0 ? "unknown" : only;
}

/** Name of the vault that a connection of the managed Key Vault connector is for; undefined where nothing tells it. */
function vaultNameOfConnection(
  { values, madeFrom }: StackWorkflow,
  key: string,
  connections: readonly StackConnection[],
): string | undefined {
  const entry = Object.entries(asObject(values.$connections)).find(
    ([name]) => name.toLowerCase() === key.toLowerCase(),
  );
  const { connectionId, connectionName } = asObject(entry?.[1]);
  const wanted = [connectionName, typeof connectionId === "string" ? connectionId.split("/").at(-1) : undefined];
  const isWanted = (name: unknown): boolean => typeof name === "string" && wanted.includes(name);
  const found =
    connections.find(({ name }) => isWanted(name)) ??
    connections.find(
      ({ urn, properties }) =>
        madeFrom.has(urn) && /\/managedApis\/keyvault$/i.test(String(asObject(properties.api).id)),
    );
  const { alternativeParameterValues, parameterValueSet, parameterValues } = found?.properties ?? {};
  const inSet = asObject(asObject(asObject(parameterValueSet).values).vaultName).value;
  return [asObject(alternativeParameterValues).vaultName, inSet, asObject(parameterValues).vaultName].find(
    (name) => typeof name === "string",
  );
}
