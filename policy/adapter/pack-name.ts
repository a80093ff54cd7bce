/** Name by which Pulumi's engine knows the pack. */
export const packName = "logicapp-keyvault-secrets";
