import { getClientConfigOutput } from "@pulumi/azure-native/authorization";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as pulumi from "@pulumi/pulumi";
import { clouds, vaultAddress, type AuthorizationModel, type CloudName } from "../azure";
import { projectType } from "./project-type";

/** A vault as others refer to it. */
export interface VaultReference {
  readonly id: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  readonly resourceGroupName: pulumi.Output<string>;
  /** Address without a slash at its end, such as `https://name.vault.azure.net`. */
  readonly uri: pulumi.Output<string>;
  /** The cloud that the vault is in. @default "public" */
  readonly cloud?: CloudName | undefined;
}

/** Arguments of {@link Vault}. */
export interface VaultArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  /** @default the resource group's */
  readonly location?: pulumi.Input<string> | undefined;
  /** 3 to 24 letters, digits and hyphens, unique in Azure. @default generated */
  readonly vaultName?: string | undefined;
  readonly authorizationModel: AuthorizationModel;
  /** Days in which a deleted vault, or secret, can be recovered: 7 to 90. @default 90 */
  readonly softDeleteRetentionInDays?: number | undefined;
  /** The cloud that azure-native deploys to. @default "public" */
  readonly cloud?: CloudName | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** A Key Vault that can be recovered after deletion and that holds no access policy of its own. */
export class Vault extends pulumi.ComponentResource implements VaultReference {
  readonly id: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  readonly resourceGroupName: pulumi.Output<string>;
  readonly uri: pulumi.Output<string>;
  readonly cloud: CloudName;

  constructor(name: string, args: VaultArgs, opts?: pulumi.ComponentResourceOptions) {
    super(projectType("access", "Vault"), name, {}, opts);
    const vault = new keyvault.Vault(
      name,
      {
        resourceGroupName: args.resourceGroupName,
        ...(args.location === undefined ? {} : { location: args.location }),
        ...(args.vaultName === undefined ? {} : { vaultName: args.vaultName }),
        // No accessPolicies: azure-native keeps those that AccessPolicy resources made only where none is said.
        properties: {
          tenantId: getClientConfigOutput({ parent: this }).tenantId,
          sku: { family: "A", name: "standard" },
          enableRbacAuthorization: args.authorizationModel === "rbac",
          enableSoftDelete: true,
          softDeleteRetentionInDays: args.softDeleteRetentionInDays ?? 90,
          enablePurgeProtection: true,
        },
        ...(args.tags === undefined ? {} : { tags: args.tags }),
      },
      { parent: this },
    );
    this.id = vault.id;
    this.name = vault.name;
    this.resourceGroupName = pulumi.output(args.resourceGroupName);
    // The address follows from the name; Azure's own answer, which ends in a slash, is known only after creation.
    this.cloud = args.cloud ?? "public";
    this.uri = vaultUri(vault.name, this.cloud);
    this.registerOutputs({ id: this.id, name: this.name, uri: this.uri });
  }
}

/**
 * A vault that exists already, or that another part of the program creates.
 *
 * @param id resource ID of the vault
 */
export function existingVault(id: pulumi.Input<string>, cloud: CloudName = "public"): VaultReference {
  const vaultId = pulumi.output(id);
  const part = (index: number): pulumi.Output<string> => vaultId.apply((known) => known.split("/")[index] ?? "");
  const name = part(8);
  return { id: vaultId, name, resourceGroupName: part(4), uri: vaultUri(name, cloud), cloud };
}

function vaultUri(name: pulumi.Output<string>, cloud: CloudName): pulumi.Output<string> {
  return name.apply((known) => vaultAddress(clouds[cloud], known));
}
