import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";

/** A custom role at the Logic Apps of a resource group. */
export interface RoleAtRefreshes {
  /** Resource group of the refresh Logic Apps, in the provider's subscription. */
  readonly resourceGroupName: pulumi.Input<string>;
  /** What the role lets do, for its name, which has the stack and the resource group behind it. */
  readonly does: string;
  /** Completes "… of the Pulumi stack <stack>, and nothing else." */
  readonly description: string;
  readonly actions: readonly string[];
}

/** Defines a role for refresh Logic Apps, with actions of Azure Resource Manager only, and gives its ID. */
export function defineRoleAtRefreshes(
  name: string,
  { resourceGroupName, does, description, actions }: RoleAtRefreshes,
  opts: pulumi.CustomResourceOptions & { readonly parent: pulumi.Resource },
): pulumi.Output<string> {
  const { subscriptionId } = authorization.getClientConfigOutput({ parent: opts.parent });
  const scope = pulumi.interpolate`/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`;
  const stack = `${pulumi.getProject()}/${pulumi.getStack()}`;
  return new authorization.RoleDefinition(
    name,
    {
      scope,
      // Role names are unique in a tenant, so this one contains the stack and the resource group's ID.
      roleName: pulumi.interpolate`Logic Apps: ${does} (${stack}, ${scope})`,
      roleType: "CustomRole",
      description: `${description} of the Pulumi stack ${stack}, and nothing else.`,
      permissions: [{ actions: [...actions], notActions: [], dataActions: [], notDataActions: [] }],
      assignableScopes: [scope],
    },
    opts,
  ).id;
}
