import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";

/** A resource group to create (name generated unless given), or one that exists. */
export type ResourceGroupChoice =
  | { readonly kind: "created"; readonly name?: string | undefined }
  | { readonly kind: "existing"; readonly name: string };

/**
 * The resource group that the stack's resources are in, by name; created where it is to be.
 *
 * @param place.location of a group that is created; @default the provider's
 */
export function resourceGroup(
  name: string,
  group: ResourceGroupChoice,
  place: { readonly location?: string | undefined; readonly tags: Readonly<Record<string, string>> },
): pulumi.Output<string> {
  if (group.kind === "existing") return pulumi.output(group.name);
  return new resources.ResourceGroup(name, {
    ...(place.location === undefined ? {} : { location: place.location }),
    ...(group.name === undefined ? {} : { resourceGroupName: group.name }),
    tags: place.tags,
  }).name;
}
