import { asList, asObject, asString, type JsonObject } from "../../../definition/json";
import { ArmError } from "../errors";
import type { PutRequest, ResourceProvider, ArmServices } from "../resource-provider";
import { covers, vaultAddress } from "../../../azure";
import { behaviours } from "./behaviours";
import { byDefault, type Refusal } from "../../provenance";

const recovery =
  "You need to either recover or purge existing key vault. Follow this link " +
  "https://go.microsoft.com/fwlink/?linkid=2149745 for more information on soft delete.";

/** Microsoft.KeyVault/vaults. */
export function vaults(services: ArmServices): ResourceProvider {
  const { cloud, clock, keyVault, store } = services;
  return {
    type: "Microsoft.KeyVault/vaults",
    located: true,
    put: (request) => {
      const { target, body, existing } = request;
      const { createMode, ...given } = asObject(body.properties);
      rejectWrongProperties(request, services);
      if (existing === undefined) claimName(services, target.name, createMode);
      const properties: JsonObject = {
        ...withDefaults(given),
        accessPolicies: asList(given.accessPolicies),
        vaultUri: `${vaultAddress(cloud, target.name.toLowerCase())}/`,
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

/** Fills in what a vault's properties leave open. */
function withDefaults(given: JsonObject): JsonObject {
  const { softDeleteRetentionInDays, enableSoftDelete, enableRbacAuthorization, publicNetworkAccess } = behaviours;
  const defaults = { softDeleteRetentionInDays, enableSoftDelete, enableRbacAuthorization, publicNetworkAccess };
  const missing = Object.entries(defaults).filter(([property]) => given[property] === undefined);
  return {
    ...Object.fromEntries(missing.map(([property, record]) => [property, byDefault<unknown>(record)])),
    ...given,
  };
}

/** Returns the answer of the PUT of a new vault, which Azure is still provisioning. */
function whileProvisioning(answer: JsonObject): JsonObject {
  return {
    ...answer,
    properties: { ...asObject(answer.properties), provisioningState: byDefault(behaviours.provisioning) },
  };
}

function claimName({ keyVault }: ArmServices, name: string, createMode: unknown): void {
  const taken = keyVault.isNameTaken(name);
  if (taken === "live") {
    throw new ArmError(behaviours.nameTaken, `The vault name '${name}' is already in use. Vault names are global.`);
  }
  if (taken === "no") return;
  if (createMode !== "recover") {
    const message = `A vault with the same name already exists in deleted state. ${recovery}`;
    throw new ArmError(behaviours.deletedNameTaken, message);
  }
  keyVault.recoverVault(name);
}

function rejectWrongProperties({ target, body, existing }: PutRequest, { tenantId }: ArmServices): void {
  const properties = asObject(body.properties);
  const wrong = (record: Refusal, message: string): never => {
    throw new ArmError(record, message);
  };
  if (!/^[a-zA-Z](?!.*--)[a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/.test(target.name)) {
    throw new ArmError(behaviours.invalidName, `The vault name '${target.name}' is invalid.`);
  }
  if (properties.tenantId !== tenantId)
    wrong(behaviours.otherTenant, `The tenant of vault '${target.name}' is not that of the subscription.`);
  const sku = asObject(properties.sku);
  if (sku.family !== "A" || !["standard", "premium"].includes(asString(sku.name).toLowerCase())) {
    wrong(behaviours.wrongSku, 'The property "sku" needs family "A" and the name "standard" or "premium".');
  }
  if (properties.enableSoftDelete === false)
    wrong(behaviours.softDeleteDisabled, 'The property "enableSoftDelete" can be set to false no longer.');
  if (properties.enablePurgeProtection === false) {
    wrong(
      behaviours.purgeProtectionDisabled,
      'The property "enablePurgeProtection" cannot be set to false. Leave it out, or set it to true.',
    );
  }
  const days = properties.softDeleteRetentionInDays ?? behaviours.softDeleteRetentionInDays.value;
  if (typeof days !== "number" || !Number.isInteger(days) || days < 7 || days > 90) {
    wrong(behaviours.invalidRetention, 'The property "softDeleteRetentionInDays" must be from 7 to 90.');
  }
  const before = asObject(existing?.answer.properties).softDeleteRetentionInDays;
  if (before !== undefined && before !== days) {
    wrong(
      behaviours.otherRetention,
      'The property "softDeleteRetentionInDays" has been set already and it can\'t be modified.',
    );
  }
  const { defaultAction } = asObject(properties.networkAcls);
  if (defaultAction === "Deny" || asString(properties.publicNetworkAccess).toLowerCase() === "disabled") {
    const message = `The emulator has no vault firewall: it cannot serve the closed vault '${target.name}'.`;
    throw new ArmError(behaviours.firewallNotServed, message);
  }
}
