import { assumedRefusal, declareBehaviours, documented } from "../../provenance";

const update = "https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/update-access-policy";
const schema =
  "https://github.com/Azure/azure-resource-manager-schemas/blob/a14544311/schemas/2024-11-01/Microsoft.KeyVault.json";

/** What Azure Resource Manager answers for access policies. */
export const behaviours = declareBehaviours("access-policy", {
  unknownOperation: assumedRefusal(
    400,
    "BadRequest",
    documented("Access policies are written by the operations add, replace and remove", update),
  ),
  malformedEntry: assumedRefusal(
    400,
    "BadRequest",
    documented("An access policy has an objectId, a tenantId and permissions", schema),
  ),
  tooMany: assumedRefusal(400, "BadRequest", documented("A vault has at most 1024 access policies", schema)),
});
