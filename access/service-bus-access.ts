import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { serviceBusDataActions } from "../azure";
import type { ServiceBusRequirement } from "./permissions";
import { projectType } from "./project-type";
import type { Principal } from "./vault-access";

/** Arguments of {@link ServiceBusAccess}. */
export interface ServiceBusAccessArgs {
  /**
   * Role definition to assign instead of a custom role of this stack, for receiving messages.
   * @default a custom role for each resource group with a subscription that is consumed
   */
  readonly receiveRoleId?: string | undefined;
}

/** The subscription of a topic that a principal is granted access to. */
export interface GrantedSubscription {
  readonly id: pulumi.Input<string>;
  /** Resource ID of its topic. */
  readonly topicId: string;
}

/** Grants workflows what their definitions need of subscriptions of Service Bus topics. */
export class ServiceBusAccess extends pulumi.ComponentResource {
  private readonly receiveRoleId: string | undefined;
  private readonly roleIds = new Map<string, pulumi.Output<string>>();

  constructor(name: string, { receiveRoleId }: ServiceBusAccessArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super(projectType("access", "ServiceBusAccess"), name, {}, opts);
    this.receiveRoleId = receiveRoleId;
    // No registerOutputs() here: the SDK calls it once the program has run, when the children that grant() adds are there.
  }

  /**
   * Grants a principal what the requirements say, at one subscription and nothing else.
   *
   * @param name of the workflow; the grants' names begin with it
   * @param opts the grants' own, such as their parent
   * @returns the grants, for what must wait for them
   * @internal
   * @throws {RangeError} for a requirement other than receiving messages, which no role of this component permits
   */
  grant(
    name: string,
    { principalId }: Pick<Principal, "principalId">,
    requirements: readonly ServiceBusRequirement[],
    { id, topicId }: GrantedSubscription,
    opts: pulumi.CustomResourceOptions,
  ): readonly pulumi.Resource[] {
    const other = requirements.find(({ dataActions }) => dataActions.join(",") !== serviceBusDataActions.receive);
    if (other !== undefined) {
      throw new RangeError(`The action ${other.action} of ${name} does more to Service Bus than receive messages.`);
    }
    if (requirements.length === 0) return [];
    return [
      new authorization.RoleAssignment(
        `${name}-receive`,
        {
          scope: id,
          roleDefinitionId: this.receiveRoleId ?? this.roleId(topicId),
          principalId,
          principalType: "ServicePrincipal",
        },
        opts,
      ),
    ];
  }

  /** The role of the topic's resource group, created when first needed. */
  private roleId(topicId: string): pulumi.Output<string> {
    const [, , subscriptionId = "", , resourceGroup = ""] = topicId.split("/");
    const name = `receive-${subscriptionId.slice(0, 8)}-${resourceGroup}`.toLowerCase();
    const known = this.roleIds.get(name);
    if (known !== undefined) return known;
    const scope = topicId.split("/").slice(0, 5).join("/");
    const stack = `${pulumi.getProject()}/${pulumi.getStack()}`;
    const role = new authorization.RoleDefinition(
      name,
      {
        scope,
        // Unique in a tenant, so it names the stack and the resource group's ID.
        roleName: `Service Bus: receive (${stack}, ${scope})`,
        roleType: "CustomRole",
        description: `Receives messages from Service Bus for Logic Apps of the Pulumi stack ${stack}, and nothing else.`,
        permissions: [
          { actions: [], notActions: [], dataActions: [serviceBusDataActions.receive], notDataActions: [] },
        ],
        assignableScopes: [scope],
      },
      { parent: this },
    );
    this.roleIds.set(name, role.id);
    return role.id;
  }
}
