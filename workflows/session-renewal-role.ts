import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { projectType, type Principal, type Requirements } from "../access";
import { readRunsAction, runTriggerAction } from "../azure";
import { defineRoleAtRefreshes, type RoleAtRefreshes } from "./role-at-refreshes";

/** Arguments of {@link SessionRenewalRole}. */
export type SessionRenewalRoleArgs = Pick<RoleAtRefreshes, "resourceGroupName">;

const permitted: readonly string[] = [runTriggerAction, readRunsAction];

/**
 * A custom role that allows starting refresh Logic Apps of one resource group and seeing whether they run, and nothing
 * else. Refresh operators have a smaller one: run history shows more than they need.
 */
export class SessionRenewalRole extends pulumi.ComponentResource {
  readonly roleId: pulumi.Output<string>;

  constructor(name: string, { resourceGroupName }: SessionRenewalRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super(projectType("workflows", "SessionRenewalRole"), name, {}, opts);
    this.roleId = defineRoleAtRefreshes(
      "renew-session",
      {
        resourceGroupName,
        does: "renew session",
        description: "Runs refresh Logic Apps, and reads their runs,",
        actions: permitted,
      },
      { parent: this },
    );
    this.registerOutputs({ roleId: this.roleId });
  }

  /**
   * Grants a principal what the requirements say, at one refresh and nothing else.
   *
   * @param name of the workflow; the grant's name begins with it
   * @param workflowId of the refresh: the only workflow that a consumer's definition calls
   * @param opts the grant's own, such as its parent
   * @returns the grants, for what must wait for them
   * @internal
   * @throws {RangeError} for a requirement that the role does not meet
   */
  grant(
    name: string,
    { principalId }: Pick<Principal, "principalId">,
    { triggerRuns, resourceManagerCalls }: Pick<Requirements, "triggerRuns" | "resourceManagerCalls">,
    workflowId: pulumi.Input<string>,
    opts: pulumi.CustomResourceOptions,
  ): readonly pulumi.Resource[] {
    const other = resourceManagerCalls.find(({ permission = "" }) => !permitted.includes(permission));
    if (other !== undefined) {
      throw new RangeError(
        `The action ${other.action} of ${name} does more to the refresh than run it and read its runs.`,
      );
    }
    if (triggerRuns.length + resourceManagerCalls.length === 0) return [];
    return [
      new authorization.RoleAssignment(
        `${name}-renew-session`,
        { scope: workflowId, roleDefinitionId: this.roleId, principalId, principalType: "ServicePrincipal" },
        opts,
      ),
    ];
  }
}
