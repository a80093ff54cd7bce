import type { VaultRequirement } from "../../access/permissions";
import type { SecretOperation } from "../../azure";
import { deriveRequirements } from "../../access/permissions";
import { allSecretOperations, secretOperations } from "../../azure";
import { secretsApiVersion, vaultAudience } from "../../access/vault-request";
import { asObject } from "../json-object";
import type { Proof } from "../report";
import type { DeployedRefresh, LocalStack } from "../run/local-stack";
import { grantList } from "./grants";
import { check } from "./proof";

/** The refresh workflow's identity can do nothing to secrets but what its definition does. */
export async function proveLeastPrivilege(stack: LocalStack, refresh: DeployedRefresh): Promise<Proof> {
  const { arm } = stack.azure;
  const workflow = arm.resources().find(({ id }) => id.toLowerCase() === refresh.id.toLowerCase());
  const needed = deriveRequirements(asObject(workflow?.body.properties).definition).vault;
  const look = async (): Promise<string> => allowed(await allowedBeyond(stack, refresh.principalId, needed));
  const seen = await look();
  const takeBack = await grantList(stack, refresh.principalId);
  const seenWithList = await look().finally(takeBack);
  const right = rightOf(stack);
  const opened = allSecretOperations.filter((operation) => right(operation) === right(secretOperations.GetSecrets));
  return {
    id: "least-privilege",
    ...check(`The identity of ${refresh.name} can do to secrets what its definition does`, allowed([]), seen),
    control: check(
      "With list granted to it besides, the same check notices",
      allowed(opened.map(({ name }) => name)),
      seenWithList,
    ),
  };
}

function allowed(operations: readonly string[]): string {
  return operations.length === 0 ? "every other operation is refused" : `allowed: ${operations.join(", ")}`;
}

/** What a grant gives: a permission of an access policy, or a data action of a role. */
function rightOf({ settings }: LocalStack): (operation: SecretOperation) => string {
  return settings.authorizationModel === "rbac" ? ({ dataAction }) => dataAction : ({ permission }) => permission;
}

/** Tries every operation that is not needed, on every secret; names those that were not refused. */
async function allowedBeyond(
  stack: LocalStack,
  principalId: string,
  needed: readonly VaultRequirement[],
): Promise<readonly string[]> {
  const { azure, settings } = stack;
  const names = namesToTry(stack);
  // A grant at the vault is for all its secrets: then only the kind of operation can be more than is needed.
  const right = rightOf(stack);
  const isNeeded = (tried: SecretOperation, secretName: string): boolean =>
    needed.some(
      ({ operation, secretNames }) =>
        right(operation) === right(tried) &&
        (settings.grantScope === "vault" ||
          secretNames?.some((other) => other.toLowerCase() === secretName.toLowerCase())),
    );
  const token = await azure.entra.issueToken({ principalId, audience: vaultAudience });
  const beyond = new Set<string>();
  for (const operation of allSecretOperations) {
    // The secrets themselves are not in the paths of lists: one try tells.
    const targets = operation.path.includes("{secret-name}") ? names : names.slice(0, 1);
    for (const secretName of targets) {
      if (isNeeded(operation, secretName)) continue;
      if ((await tryOperation(stack, token, operation, secretName)) !== 403) beyond.add(operation.name);
    }
  }
  return [...beyond];
}

/** Secrets that are there, and those that somebody may write and nobody has yet. */
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
    url: `https://${vaultName}.vault.azure.net${place}?api-version=${secretsApiVersion}`,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(method === "PUT" || method === "POST" ? { body: JSON.stringify({ value: "tried" }) } : {}),
    ...(method === "PATCH" ? { body: "{}" } : {}),
  });
  return answer.status;
}
