import { randomUUID } from "node:crypto";
import { secretsApiVersion } from "../../access";
import { vaultAddress } from "../../azure";
import { asObject, type JsonObject } from "../../definition/json";
import type { LocalStack } from "../stack/local-stack";

/** A principal with every right on the vault's secrets. */
export interface VaultAdministrator {
  /** Sends a request to the vault, such as `GET /secrets/name`. */
  send(method: string, path: string, body?: object): Promise<{ readonly status: number; readonly body: JsonObject }>;
  /** The value of a secret's current version. */
  valueOf(secretName: string): Promise<unknown>;
}

/** Key Vault Secrets Officer: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security */
const secretsOfficer = "/providers/Microsoft.Authorization/roleDefinitions/b86a8fe4-44ce-4948-aee5-eccb2c155cd7";

/** Creates an administrator of a stack's vault, which must use Azure RBAC. */
export async function vaultAdministrator({ azure, vaultName }: LocalStack): Promise<VaultAdministrator> {
  const { arm, cloud, entra, network } = azure;
  const principalId = randomUUID();
  arm.addPrincipal(principalId);
  const vault = arm.resources().find(({ type, name }) => /\/vaults$/i.test(type) && name === vaultName);
  const name = randomUUID();
  await arm.put({
    id: `${vault?.id ?? ""}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    type: "Microsoft.Authorization/roleAssignments",
    name,
    apiVersion: "2022-04-01",
    body: { properties: { principalId, principalType: "ServicePrincipal", roleDefinitionId: secretsOfficer } },
  });
  const send: VaultAdministrator["send"] = async (method, path, body) => {
    const token = await entra.issueToken({ principalId, audience: cloud.vaultAudience });
    const answer = await network.send({
      method,
      url: `${vaultAddress(cloud, vaultName)}${path}?api-version=${secretsApiVersion}`,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: asObject(answer.body === "" ? {} : (JSON.parse(answer.body) as unknown)) };
  };
  return {
    send,
    valueOf: async (secretName) => (await send("GET", `/secrets/${secretName}`)).body.value,
  };
}
