import type { SecretOperation } from "../../azure";
import { allSecretOperations, secretOperations, vaultAddress } from "../../azure";
import { secretsApiVersion } from "../../access/vault-request";
import type { Proof } from "../report";
import type { DeployedWorkflow, LocalStack } from "../stack/local-stack";
import { deriveWorkflowRequirements } from "../stack/workflow-requirements";
import { grantList, waitForGrants } from "./grants";
import { check } from "./proof";

/** Proves that a workflow's identity can perform no other operation on secrets than its definition does. */
export async function proveLeastPrivilege(stack: LocalStack, workflow: DeployedWorkflow): Promise<Proof> {
  const look = async (): Promise<string> => describeAllowed(await findExcessOperations(stack, workflow));
  const seen = await look();
  const takeBack = await grantList(stack, workflow.principalId);
  await waitForGrants(stack);
  const seenWithList = await look().finally(takeBack);
  const right = selectRight(stack);
  const opened = allSecretOperations.filter((operation) => right(operation) === right(secretOperations.GetSecrets));
  return {
    id: "least-privilege",
    ...check(`${workflow.name} can do to secrets only what its definition does`, describeAllowed([]), seen),
    control: check(
      "With list granted to it as well, the same check notices",
      describeAllowed(opened.map(({ name }) => name)),
      seenWithList,
    ),
  };
}

/** Describes what an identity may do besides what it needs. */
export function describeAllowed(operations: readonly string[]): string {
  return operations.length === 0 ? "every other operation is refused" : `allowed: ${operations.join(", ")}`;
}

/** Selects the right that an operation needs: a permission of an access policy, or a data action of a role. */
function selectRight({ settings }: LocalStack): (operation: SecretOperation) => string {
  return settings.authorizationModel === "rbac" ? ({ dataAction }) => dataAction : ({ permission }) => permission;
}

/**
 * Tries every operation on every secret that a workflow's definition does not perform, as its identity, and returns the
 * names of those that succeed.
 */
export async function findExcessOperations(stack: LocalStack, workflow: DeployedWorkflow): Promise<readonly string[]> {
  const { azure, settings } = stack;
  const { principalId } = workflow;
  const needed = deriveWorkflowRequirements(stack, workflow).vault;
  const names = namesToTry(stack);
  // A grant at the vault is for all its secrets: then only the kind of operation can be more than is needed.
  const right = selectRight(stack);
  const isNeeded = (tried: SecretOperation, secretName: string): boolean =>
    needed.some(
      ({ operation, secretNames }) =>
        right(operation) === right(tried) &&
        (settings.grantScope === "vault" ||
          secretNames?.some((other) => other.toLowerCase() === secretName.toLowerCase())),
    );
  const token = await azure.entra.issueToken({ principalId, audience: azure.cloud.vaultAudience });
  const beyond = new Set<string>();
  for (const operation of allSecretOperations) {
    // The secrets themselves are not in the paths of lists: one attempt suffices.
    const targets = operation.path.includes("{secret-name}") ? names : names.slice(0, 1);
    for (const secretName of targets) {
      if (isNeeded(operation, secretName)) continue;
      if ((await tryOperation(stack, token, operation, secretName)) !== 403) beyond.add(operation.name);
    }
  }
  return [...beyond];
}

/** Names of the stored secrets, and of those that may be written but do not exist yet. */
function namesToTry({ azure, settings, vaultName, connector }: LocalStack): readonly string[] {
  const names = [
    ...(connector?.allowedSecretNames ?? []),
    ...settings.tokens.map(({ secretName }) => secretName),
    ...azure.keyVault.secretNames(vaultName),
  ];
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

async function tryOperation(
  { azure, vaultName }: LocalStack,
  token: string,
  { method, path }: SecretOperation,
  secretName: string,
): Promise<number> {
  const version = azure.keyVault.versions(vaultName, secretName).at(-1)?.version ?? "0".repeat(32);
  const place = path.replace("{secret-name}", secretName).replace("{secret-version}", version);
  const answer = await azure.network.send({
    method,
    url: `${vaultAddress(azure.cloud, vaultName)}${place}?api-version=${secretsApiVersion}`,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(method === "PUT" || method === "POST" ? { body: JSON.stringify({ value: "tried" }) } : {}),
    ...(method === "PATCH" ? { body: "{}" } : {}),
  });
  return answer.status;
}
