import {
  assumedRefusal,
  declareBehaviours,
  defaultValue,
  documented,
  notEmulated,
  refusal,
  reported,
} from "../../provenance";

const learn = "https://learn.microsoft.com/azure/key-vault/general";
const errors = `${learn}/common-error-codes`;
const softDelete = `${learn}/soft-delete-overview`;
const schema =
  "https://github.com/Azure/azure-resource-manager-schemas/blob/a14544311/schemas/2024-11-01/Microsoft.KeyVault.json";
const provider =
  "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/keyvault/key_vault_resource.go";

/** What Azure Resource Manager answers for vaults. */
export const behaviours = declareBehaviours("vault", {
  softDeleteRetentionInDays: defaultValue(
    90,
    documented("A deleted vault is kept for 90 days, unless softDeleteRetentionInDays says otherwise", softDelete),
  ),
  enableSoftDelete: defaultValue(true, documented("A vault has soft delete", schema)),
  enableRbacAuthorization: defaultValue(
    false,
    documented(
      "Up to API version 2024-11-01, a vault uses access policies unless enableRbacAuthorization is true",
      schema,
    ),
  ),
  publicNetworkAccess: defaultValue(
    "Enabled",
    documented("A vault takes requests from public networks, unless publicNetworkAccess is disabled", schema),
  ),
  provisioning: defaultValue(
    "RegisteringDns",
    documented(
      "A new vault is in the state RegisteringDns, and Succeeded later",
      "https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/create-or-update",
    ),
  ),
  nameTaken: refusal(
    409,
    "VaultAlreadyExists",
    documented("A name that another vault has is refused with VaultAlreadyExists", errors),
  ),
  deletedNameTaken: refusal(
    409,
    "ConflictError",
    reported(
      "A name that a deleted vault has is refused with ConflictError, unless createMode is recover",
      "https://github.com/alan-turing-institute/data-safe-haven/issues/2523",
    ),
  ),
  invalidName: refusal(
    400,
    "VaultNameNotValid",
    documented(
      "A vault's name has 3 to 24 letters, digits and single hyphens, begins with a letter, and ends with none but these",
      errors,
    ),
  ),
  otherTenant: assumedRefusal(400, "BadRequest", documented("A vault is of its subscription's tenant", schema)),
  wrongSku: refusal(
    400,
    "BadRequest",
    documented("A SKU that does not exist is refused with BadRequest", `${learn}/common-parameters-and-headers`),
  ),
  softDeleteDisabled: assumedRefusal(
    400,
    "BadRequest",
    documented("Soft delete cannot be turned off", `${learn}/soft-delete-change`),
  ),
  purgeProtectionDisabled: refusal(
    400,
    "BadRequest",
    reported(
      "enablePurgeProtection is true or absent: false is refused with BadRequest",
      "https://github.com/Azure/azure-rest-api-specs/issues/18106",
    ),
  ),
  invalidRetention: assumedRefusal(400, "BadRequest", documented("softDeleteRetentionInDays is from 7 to 90", schema)),
  otherRetention: refusal(
    400,
    "BadRequest",
    reported("softDeleteRetentionInDays cannot be changed: BadRequest", provider),
  ),
  firewallNotServed: refusal(
    501,
    "VaultFirewallNotServed",
    notEmulated("A vault can have a firewall", `${learn}/network-security`),
  ),
  secretNotFound: assumedRefusal(
    404,
    "SecretNotFound",
    documented(
      "A secret that a vault does not have is not found",
      "https://learn.microsoft.com/rest/api/keyvault/keyvault/secrets/get",
    ),
  ),
  purgeProtected: assumedRefusal(
    403,
    "Forbidden",
    documented("A deleted vault with purge protection cannot be purged before its retention is over", softDelete),
  ),
  deletedVaultNotFound: assumedRefusal(
    404,
    "DeletedVaultNotFound",
    documented(
      "A deleted vault that is not there is not found",
      "https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/get-deleted",
    ),
  ),
});
