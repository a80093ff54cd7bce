/** Name of the project, as in `Pulumi.yaml`. */
export const project = "logicapp-keyvault-secrets";
