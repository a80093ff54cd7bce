import { asObject } from "../../../definition/json";
import { ArmError } from "../errors";
import type { View } from "../arm-operation";
import { behaviours } from "./behaviours";
import { behaviours as general } from "../behaviours";

/**
 * A vault's secret as Azure Resource Manager shows it: the current version and its attributes, never the value.
 * https://learn.microsoft.com/rest/api/keyvault/keyvault/secrets/get
 */
export const secretView: View = {
  path: /^(.+\/providers\/Microsoft\.KeyVault\/vaults\/([^/]+))\/secrets\/([^/]+)$/i,
  type: "Microsoft.KeyVault/vaults",
  parameters: [],
  show: ([id, vaultId = "", vaultName = "", secretName = ""], _, { store, keyVault }) => {
    const vault = store.get(vaultId);
    if (vault === undefined) {
      throw new ArmError(general.resourceNotFound, `The vault '${vaultId}' was not found.`);
    }
    const current = keyVault.versions(vaultName, secretName).at(-1);
    if (current === undefined) {
      const message = `A secret with (name/id) ${secretName} was not found in this key vault.`;
      throw new ArmError(behaviours.secretNotFound, message);
    }
    const { enabled, created, exp, nbf, contentType, tags } = current;
    const name = /\/secrets\/([^/]+)\//.exec(current.id)?.[1] ?? secretName;
    return {
      id,
      name,
      type: "Microsoft.KeyVault/vaults/secrets",
      location: asObject(vault.answer).location,
      tags,
      properties: {
        attributes: {
          enabled,
          created: seconds(created),
          ...(exp === undefined ? {} : { exp: seconds(exp) }),
          ...(nbf === undefined ? {} : { nbf: seconds(nbf) }),
        },
        ...(contentType === undefined ? {} : { contentType }),
        secretUri: current.id.slice(0, current.id.lastIndexOf("/")),
        secretUriWithVersion: current.id,
      },
    };
  },
};

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
