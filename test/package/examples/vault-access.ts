import * as managedidentity from "@pulumi/azure-native/managedidentity";
import { secretOperations, Vault, VaultAccess } from "logicapp-keyvault-secrets-library";

const resourceGroupName = "rg-integration";
const vault = new Vault("secrets", { resourceGroupName, authorizationModel: "rbac" });
const access = new VaultAccess("access", { vault, authorizationModel: "rbac" });

const app = new managedidentity.UserAssignedIdentity("reports", { resourceGroupName });
access.grant("reports", app, [{ operation: secretOperations.GetSecret, secretNames: ["crm-token"] }]);

export const vaultUri = vault.uri;
