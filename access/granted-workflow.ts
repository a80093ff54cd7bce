import * as logic from "@pulumi/azure-native/logic";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";
import type { WorkflowDefinition } from "../definition";
import type { AzureCaller } from "./azure-caller";
import { openTriggerReasonTag } from "./open-trigger-reason";
import { deriveRequirements, type Requirements } from "./permissions";
import { projectType } from "./project-type";
import type { Principal, VaultAccess } from "./vault-access";
import { vaultUriParameter } from "./vault-request";

/** Arguments of {@link GrantedWorkflow}. */
export interface GrantedWorkflowArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  /** @default the resource group's */
  readonly location?: pulumi.Input<string> | undefined;
  /** The definition, given the workflow's user-assigned identity, if it has one, and the vault's cloud. */
  readonly definition: (caller: AzureCaller) => WorkflowDefinition;
  /** Values of the definition's parameters, besides the vault's address. */
  readonly parameters?: Readonly<Record<string, pulumi.Input<unknown>>> | undefined;
  /** The vault that the workflow uses, and how its identity is granted what it needs there. */
  readonly access: VaultAccess;
  /**
   * Grants the workflow's identity what its definition needs besides the vault's secrets.
   * @default nothing besides
   */
  readonly grantOthers?:
    | ((
        principal: Principal,
        requirements: Requirements,
        opts: pulumi.CustomResourceOptions,
      ) => readonly pulumi.Resource[])
    | undefined;
  /** `system` or `user`: assigned by the workflow itself, or of its own and known before the workflow. */
  readonly identity: "system" | "user";
  /** IP ranges that may call the Request trigger. @default any, with the trigger's key */
  readonly allowedCallerIpRanges?: readonly string[] | undefined;
  /** Why the Request trigger is open to everyone who has its key; it stands in a tag, for reviewers. @default none */
  readonly openTriggerReason?: string | undefined;
  /** IP ranges from which inputs and outputs of runs can be read. @default any, with Azure's own permissions */
  readonly runHistoryIpRanges?: readonly string[] | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** A deployed Logic App, as others refer to it. */
export interface WorkflowReference {
  /** Resource ID. */
  readonly id: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** Object ID of its managed identity in Microsoft Entra ID. */
  readonly principalId: pulumi.Output<string>;
  /** Grants of the identity. */
  readonly grants: readonly pulumi.Resource[];
}

/** A Logic App whose identity may do exactly what its definition does. */
export class GrantedWorkflow extends pulumi.ComponentResource implements WorkflowReference {
  readonly id: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  readonly principalId: pulumi.Output<string>;
  readonly grants: readonly pulumi.Resource[];

  constructor(name: string, args: GrantedWorkflowArgs, opts?: pulumi.ComponentResourceOptions) {
    super(projectType("access", "GrantedWorkflow"), name, {}, opts);
    const child = { parent: this };
    const place = {
      resourceGroupName: args.resourceGroupName,
      ...(args.location === undefined ? {} : { location: args.location }),
      ...(args.tags === undefined ? {} : { tags: args.tags }),
    };
    const assigned =
      args.identity === "user" ? new managedidentity.UserAssignedIdentity(name, place, child) : undefined;
    const definition = args.definition({ identity: assigned?.id, cloud: args.access.vault.cloud });
    const requirements = deriveRequirements(definition, args.parameters);
    const grant = (principal: Principal) => [
      ...args.access.grant(name, principal, requirements.vault, child),
      ...(args.grantOthers?.(principal, requirements, child) ?? []),
    ];
    // An identity of its own is granted first, so that the first run finds its grants.
    const early = assigned === undefined ? undefined : grant(assigned);

    const workflow = new logic.Workflow(
      name,
      {
        ...place,
        ...workflowTags(args),
        identity:
          assigned === undefined
            ? { type: "SystemAssigned" }
            : { type: "UserAssigned", userAssignedIdentities: [assigned.id] },
        definition,
        parameters: workflowParameters({ [vaultUriParameter]: args.access.vault.uri, ...args.parameters }),
        ...accessControl(args),
      },
      { ...child, ...(early === undefined ? {} : { dependsOn: [...early] }) },
    );
    const principal: Principal = assigned ?? {
      principalId: workflow.identity.apply((identity) => identity?.principalId ?? ""),
      tenantId: workflow.identity.apply((identity) => identity?.tenantId ?? ""),
    };
    this.grants = early ?? grant(principal);
    this.id = workflow.id;
    this.name = workflow.name;
    this.principalId = pulumi.output(principal.principalId);
    this.registerOutputs({ id: this.id, name: this.name, principalId: this.principalId });
  }
}

function workflowParameters(
  values: Readonly<Record<string, pulumi.Input<unknown>>>,
): Record<string, { value: pulumi.Input<unknown> }> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
}

function workflowTags({
  tags,
  openTriggerReason,
}: Pick<GrantedWorkflowArgs, "tags" | "openTriggerReason">): Pick<logic.WorkflowArgs, "tags"> {
  if (openTriggerReason === undefined) return {};
  return { tags: { ...tags, [openTriggerReasonTag]: openTriggerReason } };
}

function accessControl(
  args: Pick<GrantedWorkflowArgs, "allowedCallerIpRanges" | "runHistoryIpRanges">,
): Pick<logic.WorkflowArgs, "accessControl"> {
  const triggers = ipRanges(args.allowedCallerIpRanges);
  const contents = ipRanges(args.runHistoryIpRanges);
  if (triggers === undefined && contents === undefined) return {};
  return {
    accessControl: {
      ...(triggers === undefined ? {} : { triggers }),
      ...(contents === undefined ? {} : { contents }),
    },
  };
}

/** An empty list is left out: to Azure it would mean "only other Logic Apps". */
function ipRanges(
  ranges: readonly string[] = [],
): { allowedCallerIpAddresses: { addressRange: string }[] } | undefined {
  return ranges.length === 0
    ? undefined
    : { allowedCallerIpAddresses: ranges.map((addressRange) => ({ addressRange })) };
}
