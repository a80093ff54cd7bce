import assert from "node:assert/strict";
import { asString } from "../../../definition/json";
import { proveNameGuard } from "../../../local/proofs/name-guard";
import { registerClients } from "../../../local/stack/credentials";
import { refreshNow } from "../../../local/stack/refresh-at-next-slot";
import { parseSettings } from "../../../settings";
import type { EngineStack } from "../engine-stack";
import { exampleToken, vaultId } from "./yaml-program";

const vaultName = vaultId.split("/").at(-1) ?? "";

/** Refreshes the example's token, and writes through the example's connector what may be written, and what may not. */
export async function proveThatItWorks(stack: EngineStack): Promise<void> {
  const { azure } = stack;
  const { settings } = parseSettings({ tokens: [exampleToken], vaultId, authorizationModel: "rbac" });
  await (await registerClients(azure, settings)).storeCredentials(vaultName);
  const run = await refreshNow({ azure }, { id: await idOf(stack, "refresh-salesforce-token") });
  assert.equal(run.status, "Succeeded");
  assert.equal(azure.keyVault.versions(vaultName, exampleToken.secretName).length, 1);

  const { connectorId, connectionId } = await stack.outputs();
  const { control, ...proof } = await proveNameGuard(
    { azure, settings, vaultName },
    {
      connectorId: asString(connectorId),
      connectionId: asString(connectionId),
      relay: { id: await idOf(stack, "set-secret-relay") },
      allowedSecretNames: ["webhook-signing-key"],
    },
  );
  assert.deepEqual([proof.held, control.held], [true, true], JSON.stringify({ proof, control }));
}

async function idOf({ deployed }: EngineStack, workflow: string): Promise<string> {
  const found = (await deployed()).find(({ resource }) => resource === `azure-native:logic:Workflow ${workflow}`);
  assert.ok(found, workflow);
  return found.id;
}
