import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { projectType } from "../access";

/** An identity that may ask for a refresh at once. */
export interface RefreshOperator {
  /** Object id in Microsoft Entra ID. */
  readonly principalId: string;
  readonly principalType: "User" | "Group" | "ServicePrincipal";
}

/** A refresh workflow, and who may run it. */
export interface OperatedWorkflow {
  readonly workflowId: pulumi.Output<string>;
  readonly operators: readonly RefreshOperator[];
}

/** Arguments of {@link RefreshOperators}. */
export interface RefreshOperatorsArgs {
  /** By the names that the role assignments begin with. */
  readonly workflows: Readonly<Record<string, OperatedWorkflow>>;
}

/** Lets identities run the trigger of single refresh workflows, and nothing else. */
export class RefreshOperators extends pulumi.ComponentResource {
  private role: authorization.RoleDefinition | undefined;

  constructor(name: string, args: RefreshOperatorsArgs, opts?: pulumi.ComponentResourceOptions) {
    super(projectType("workflows", "RefreshOperators"), name, {}, opts);
    for (const [workflow, { workflowId, operators }] of Object.entries(args.workflows)) {
      for (const { principalId, principalType } of operators) {
        new authorization.RoleAssignment(
          `${workflow}-run-${principalId}`,
          { scope: workflowId, roleDefinitionId: this.roleId(workflowId), principalId, principalType },
          { parent: this },
        );
      }
    }
    this.registerOutputs();
  }

  /** The role, created when first needed. Assignable in the resource group, which all workflows of a stack share. */
  private roleId(workflowId: pulumi.Output<string>): pulumi.Output<string> {
    const scope = workflowId.apply((id) => id.split("/").slice(0, 5).join("/"));
    const stack = `${pulumi.getProject()}/${pulumi.getStack()}`;
    this.role ??= new authorization.RoleDefinition(
      "run-refresh",
      {
        scope,
        // Unique in a tenant, so it names the stack, and the resource group's id.
        roleName: pulumi.interpolate`Logic Apps: run refresh (${stack}, ${scope})`,
        roleType: "CustomRole",
        description: `Runs refresh Logic Apps of the Pulumi stack ${stack}, and nothing else.`,
        permissions: [
          {
            actions: ["Microsoft.Logic/workflows/triggers/run/action"],
            notActions: [],
            dataActions: [],
            notDataActions: [],
          },
        ],
        assignableScopes: [scope],
      },
      { parent: this },
    );
    return this.role.id;
  }
}
