import * as pulumi from "@pulumi/pulumi";
import { projectType } from "../access";
import { runTriggerAction } from "../azure";
import { defineRoleAtRefreshes, type RoleAtRefreshes } from "./role-at-refreshes";

/** Arguments of {@link RefreshOperatorRole}. */
export type RefreshOperatorRoleArgs = Pick<RoleAtRefreshes, "resourceGroupName">;

/** A custom role that allows starting refresh Logic Apps of one resource group, and nothing else. */
export class RefreshOperatorRole extends pulumi.ComponentResource {
  readonly roleId: pulumi.Output<string>;

  constructor(name: string, { resourceGroupName }: RefreshOperatorRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    // The type keeps the name under which stacks have the component.
    super(projectType("workflows", "RefreshOperators"), name, {}, opts);
    this.roleId = defineRoleAtRefreshes(
      "run-refresh",
      {
        resourceGroupName,
        does: "run refresh",
        description: "Runs refresh Logic Apps",
        actions: [runTriggerAction],
      },
      { parent: this },
    );
    this.registerOutputs({ roleId: this.roleId });
  }
}
