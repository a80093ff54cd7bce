import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { projectType } from "../access";
import { runTriggerAction } from "../azure";

/** Arguments of {@link RefreshOperatorRole}. */
export interface RefreshOperatorRoleArgs {
  /** Resource group of the refresh Logic Apps, in the provider's subscription. */
  readonly resourceGroupName: pulumi.Input<string>;
}

/** A custom role that allows starting refresh Logic Apps of one resource group, and nothing else. */
export class RefreshOperatorRole extends pulumi.ComponentResource {
  readonly roleId: pulumi.Output<string>;

  constructor(name: string, args: RefreshOperatorRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    // The type keeps the name under which stacks have the component.
    super(projectType("workflows", "RefreshOperators"), name, {}, opts);
    const { subscriptionId } = authorization.getClientConfigOutput({ parent: this });
    const scope = pulumi.interpolate`/subscriptions/${subscriptionId}/resourceGroups/${args.resourceGroupName}`;
    const stack = `${pulumi.getProject()}/${pulumi.getStack()}`;
    const role = new authorization.RoleDefinition(
      "run-refresh",
      {
        scope,
        // Role names are unique in a tenant, so this one contains the stack and the resource group's ID.
        roleName: pulumi.interpolate`Logic Apps: run refresh (${stack}, ${scope})`,
        roleType: "CustomRole",
        description: `Runs refresh Logic Apps of the Pulumi stack ${stack}, and nothing else.`,
        permissions: [
          {
            actions: [runTriggerAction],
            notActions: [],
            dataActions: [],
            notDataActions: [],
          },
        ],
        assignableScopes: [scope],
      },
      { parent: this },
    );
    this.roleId = role.id;
    this.registerOutputs({ roleId: this.roleId });
  }
}
