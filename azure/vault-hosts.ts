/** Host suffixes of vaults in Azure's clouds. https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates */
const vaultSuffixes = "vault\\.(?:azure\\.net|azure\\.cn|usgovcloudapi\\.net)";

/** Matches the host of a vault, such as `name.vault.azure.net`. */
export const vaultHost = new RegExp(`\\.${vaultSuffixes}$`, "i");

/** Matches the audience of a token for vaults, with or without a slash at its end. */
export const vaultAudiences = new RegExp(`^https://${vaultSuffixes}/?$`, "i");
