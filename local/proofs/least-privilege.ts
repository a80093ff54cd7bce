import type { SecretOperation, VaultRequirement } from "../../access/permissions";
import { deriveRequirements, secretOperations } from "../../access/permissions";
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
  const none = "every other operation is refused";
  const look = async (): Promise<string> => {
    const allowed = await allowedBeyond(stack, refresh.principalId, needed);
    return allowed.length === 0 ? none : `allowed: ${allowed.join(", ")}`;
  };
  const seen = await look();
  const takeBack = await grantList(stack, refresh.principalId);
  const seenWithList = await look().finally(takeBack);
  return {
    id: "least-privilege",
    ...check(`The identity of ${refresh.name} can do to secrets what its definition does`, none, seen),
    control: check(
      "With list granted to it besides, the same check notices",
      "allowed: GetSecrets, GetSecretVersions, GetDeletedSecrets",
      seenWithList,
    ),
  };
}

/** Tries every operation that is not needed, on every secret; names those that were not refused. */
async function allowedBeyond(
  stack: LocalStack,
  principalId: string,
  needed: readonly VaultRequirement[],
): Promise<readonly string[]> {
  const { azure, settings, vaultName } = stack;
  const names = azure.keyVault.secretNames(vaultName);
  // A grant at the vault is for all its secrets: then only the kind of operation can be more than is needed.
  const isNeeded = ({ name }: SecretOperation, secretName: string): boolean =>
    needed.some(
      ({ operation, secretNames }) =>
        operation.name === name &&
        (settings.grantScope === "vault" ||
          secretNames?.some((other) => other.toLowerCase() === secretName.toLowerCase())),
    );
  const token = await azure.entra.issueToken({ principalId, audience: vaultAudience });
  const allowed = new Set<string>();
  for (const operation of secretOperations) {
    // The secrets themselves are not in the paths of lists: one try tells.
    const targets = operation.path.includes("{secret-name}") ? names : names.slice(0, 1);
    for (const secretName of targets) {
      if (isNeeded(operation, secretName)) continue;
      if ((await tryOperation(stack, token, operation, secretName)) !== 403) allowed.add(operation.name);
    }
  }
  return [...allowed];
}

async function tryOperation(
  { azure, vaultName }: LocalStack,
  token: string,
  { method, path }: SecretOperation,
  secretName: string,
): Promise<number> {
  const version = azure.keyVault.versions(vaultName, secretName).at(-1)?.version ?? "";
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
