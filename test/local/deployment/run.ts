import * as keyvault from "@pulumi/azure-native/keyvault";
import type * as resources from "@pulumi/azure-native/resources";
import assert from "node:assert/strict";
import { deploy, DeploymentError, type Deployment, type DeployOptions } from "../../../local/deployment";
import { tenantId } from "../../emulator/resource-manager/resource-manager-in-memory";
import { inMemoryAzure } from "./in-memory-azure";

export const sku = { family: "A", name: "standard" } as const;

/** Deploys a program to an Azure in memory, in West Europe. */
export function run(
  program: DeployOptions["program"],
  more: Partial<DeployOptions> = {},
  { azure } = inMemoryAzure(),
): Promise<Deployment> {
  const configuration = { "azure-native:location": "westeurope" };
  return deploy({ azure, program, project: "project", stack: "stack", configuration, ...more });
}

/** The message of a deployment that is expected to fail. */
export async function failuresOf(deployment: Promise<unknown>): Promise<string> {
  try {
    await deployment;
  } catch (error) {
    assert.ok(error instanceof DeploymentError, String(error));
    return error.message;
  }
  return assert.fail("The deployment was expected to fail.");
}

/** The least vault. */
export function vaultIn(group: resources.ResourceGroup): keyvault.Vault {
  return new keyvault.Vault("vault", { resourceGroupName: group.name, properties: { tenantId, sku } });
}
