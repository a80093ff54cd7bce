import { asList, asObject, asString, type JsonObject } from "../../../definition/json";
import { ArmError } from "../errors";
import type { PutRequest, ResourceProvider, ArmServices } from "../resource-provider";
import { covers } from "../../../azure";

const recovery =
  "You need to either recover or purge existing key vault. Follow this link " +
  "https://go.microsoft.com/fwlink/?linkid=2149745 for more information on soft delete.";

/** Microsoft.KeyVault/vaults. */
export function vaults(services: ArmServices): ResourceProvider {
  const { clock, keyVault, store } = services;
  return {
    type: "Microsoft.KeyVault/vaults",
    located: true,
    put: (request) => {
      const { target, body, existing } = request;
      const { createMode, ...given } = asObject(body.properties);
      rejectWrongProperties(request, services);
      if (existing === undefined) claimName(services, target.name, createMode);
      const properties: JsonObject = {
        softDeleteRetentionInDays: 90,
        enableSoftDelete: true,
        enableRbacAuthorization: false,
        publicNetworkAccess: "Enabled",
        ...given,
        accessPolicies: asList(given.accessPolicies),
        vaultUri: `https://${target.name.toLowerCase()}.vault.azure.net/`,
        provisioningState: "Succeeded",
      };
      keyVault.putVault({
        name: target.name,
        id: target.id,
        softDeleteRetentionInDays: Number(properties.softDeleteRetentionInDays),
        enablePurgeProtection: properties.enablePurgeProtection === true,
      });
      return { ...body, properties };
    },
    whileProvisioning,
    remove: (vault) => {
      const { id, name } = vault;
      keyVault.deleteVault(name);
      store.deletedVaults.set(name.toLowerCase(), { vault, deletionDate: clock.now() });
      for (const assignment of store.all("Microsoft.Authorization/roleAssignments")) {
        if (covers(id, asString(asObject(assignment.answer.properties).scope))) store.delete(assignment.id);
      }
    },
  };
}

/** Returns the answer of the PUT of a new vault: Azure is still provisioning it, as the next GET would show. */
function whileProvisioning(answer: JsonObject): JsonObject {
  return { ...answer, properties: { ...asObject(answer.properties), provisioningState: "RegisteringDns" } };
}

function claimName({ keyVault }: ArmServices, name: string, createMode: unknown): void {
  const taken = keyVault.isNameTaken(name);
  if (taken === "live") {
    throw new ArmError(
      409,
      "VaultAlreadyExists",
      `The vault name '${name}' is already in use. Vault names are global.`,
    );
  }
  if (taken === "no") return;
  if (createMode !== "recover") {
    const message = `A vault with the same name already exists in deleted state. ${recovery}`;
    throw new ArmError(409, "ConflictError", message);
  }
  keyVault.recoverVault(name);
}

function rejectWrongProperties({ target, body, existing }: PutRequest, { tenantId }: ArmServices): void {
  const properties = asObject(body.properties);
  const wrong = (message: string): never => {
    throw new ArmError(400, "BadRequest", message);
  };
  if (!/^[a-zA-Z](?!.*--)[a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/.test(target.name)) {
    throw new ArmError(400, "VaultNameNotValid", `The vault name '${target.name}' is invalid.`);
  }
  if (properties.tenantId !== tenantId) wrong(`The tenant of vault '${target.name}' is not that of the subscription.`);
  const sku = asObject(properties.sku);
  if (sku.family !== "A" || !["standard", "premium"].includes(asString(sku.name).toLowerCase())) {
    wrong('The property "sku" needs family "A" and the name "standard" or "premium".');
  }
  if (properties.enableSoftDelete === false) wrong('The property "enableSoftDelete" can be set to false no longer.');
  if (properties.enablePurgeProtection === false) {
    wrong('The property "enablePurgeProtection" cannot be set to false. Leave it out, or set it to true.');
  }
  const days = properties.softDeleteRetentionInDays ?? 90;
  if (typeof days !== "number" || !Number.isInteger(days) || days < 7 || days > 90) {
    wrong('The property "softDeleteRetentionInDays" must be from 7 to 90.');
  }
  const before = asObject(existing?.answer.properties).softDeleteRetentionInDays;
  if (before !== undefined && before !== days) {
    wrong('The property "softDeleteRetentionInDays" has been set already and it can\'t be modified.');
  }
  const { defaultAction } = asObject(properties.networkAcls);
  if (defaultAction === "Deny" || asString(properties.publicNetworkAccess).toLowerCase() === "disabled") {
    const message = `The emulator has no vault firewall: it cannot serve the closed vault '${target.name}'.`;
    throw new ArmError(501, "VaultFirewallNotServed", message);
  }
}
