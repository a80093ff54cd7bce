import type { Requirements, VaultName } from "../../access/permissions";
import type { SecretPermission } from "../../azure";
import { deriveRequirements } from "../../access/permissions";
import { ExpressionSyntaxError } from "../../definition/expressions";
import { connectionValues } from "./connection-values";
import type { StackConnection, StackWorkflow } from "./stack-definitions";
import type { PrincipalKey, WorkflowIdentities } from "./principals";
import { principalOf } from "./principals";
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
    principal: principalOf(identities, identity),
    vault: vaultKey(vault),
    permission: operation.permission,
    dataAction: operation.dataAction,
    ...(secretNames === undefined ? {} : { secretNames: secretNames.map((name) => name.toLowerCase()) }),
  }));
}

/** Name of the vault that a connection of the managed Key Vault connector is for; undefined where nothing tells it. */
function vaultNameOfConnection(
  workflow: StackWorkflow,
  key: string,
  connections: readonly StackConnection[],
): string | undefined {
  const { vaultName } = connectionValues(workflow, key, "keyvault", connections);
  return typeof vaultName === "string" ? vaultName : undefined;
}
