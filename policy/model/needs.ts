import type { Requirements } from "../../access/permissions";
import type { SecretPermission } from "../../azure";
import { deriveRequirements } from "../../access/permissions";
import { ExpressionSyntaxError } from "../../definition/expressions";
import type { StackWorkflow } from "./stack-definitions";
import type { PrincipalKey, WorkflowIdentities } from "./principals";
import type { VaultKey, VaultKeys } from "./vaults";

/** What an identity needs because of one action of a workflow. */
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

/** What a workflow's definition asks of vaults and connectors; nothing where it cannot be read. */
export function workflowRequirements({ definition, state, values }: StackWorkflow): Requirements {
  const none: Requirements = { vault: [], connectors: [], unknownVaultCalls: [] };
  if (state !== "readable") return none;
  try {
    return deriveRequirements(definition, values);
  } catch (error) {
    // hidden-tokens reports an expression that cannot be read.
    if (error instanceof ExpressionSyntaxError) return none;
    throw error;
  }
}

export function readNeeds(
  workflow: StackWorkflow,
  requirements: Requirements,
  identities: WorkflowIdentities,
  vaults: VaultKeys,
): readonly Need[] {
  return requirements.vault.map(({ action, operation, vault, secretNames, identity }) => ({
    urn: workflow.urn,
    action,
    principal: identity === undefined ? (identities.systemAssigned ?? "unknown") : userAssigned(identities),
    vault: "host" in vault ? vaults.of(vault.host.split(".")[0], []) : vaults.of(undefined, [...workflow.madeFrom]),
    permission: operation.permission,
    dataAction: operation.dataAction,
    ...(secretNames === undefined ? {} : { secretNames: secretNames.map((name) => name.toLowerCase()) }),
  }));
}

/** Which of several is meant stands in an id that may be unknown; with one, there is no question. */
function userAssigned({ userAssigned: [only, ...others] }: WorkflowIdentities): PrincipalKey {
  return only === undefined || others.length > 0 ? "unknown" : only;
}
