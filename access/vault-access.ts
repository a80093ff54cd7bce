import * as authorization from "@pulumi/azure-native/authorization";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as pulumi from "@pulumi/pulumi";
import { earlierResources } from "./earlier-resources";
import { neededGrants, type RequiredOperation } from "./permissions";
import { projectType } from "./project-type";
import type { AuthorizationModel } from "../azure";
import type { VaultReference } from "./vault";

/** Whom a grant is for. */
export interface Principal {
  /** Object id in Microsoft Entra ID. */
  readonly principalId: pulumi.Input<string>;
  readonly tenantId: pulumi.Input<string>;
}

/** Arguments of {@link VaultAccess}. */
export interface VaultAccessArgs {
  readonly vault: VaultReference;
  readonly authorizationModel: AuthorizationModel;
  /**
   * Where a role is assigned: at each secret, or at the vault. Access policies are always the vault's.
   * @default "secret"
   */
  readonly grantScope?: "secret" | "vault" | undefined;
  /**
   * Role definitions to assign instead of custom roles of this stack, by what they let do: `get`, `set`, `get,set`, `get,update`.
   * @default a custom role for each set of permissions that is needed
   */
  readonly existingRoleIds?: Readonly<Record<string, string>> | undefined;
  /**
   * Sets custom roles apart from those of another `VaultAccess` of the same stack; their names begin with it.
   * @default nothing: the only `VaultAccess` of the stack
   */
  readonly rolePrefix?: string | undefined;
  /**
   * Resources that access policies are written after, in addition to those that {@link VaultAccess.grant} added: what
   * else writes policies of the same vault.
   * @default none
   */
  readonly after?: readonly pulumi.Input<pulumi.Resource>[] | undefined;
}

/**
 * Grants workflows what their definitions need of one vault, in the vault's own authorization model.
 *
 * Access policies are created, changed and deleted one at a time, since Azure answers 409 `ConflictError` to parallel
 * writes of a vault's access policies: each waits for the one that {@link grant} added before it, so the order of the
 * calls matters, and one vault needs one `VaultAccess`. Writes of other stacks are not ordered.
 */
export class VaultAccess extends pulumi.ComponentResource {
  readonly vault: VaultReference;
  private readonly args: VaultAccessArgs;
  private readonly roleIds = new Map<string, pulumi.Output<string>>();
  /** The access policy that `grant` added last, for which the next one waits. */
  private lastAccessPolicy: pulumi.Resource | undefined;

  constructor(name: string, args: VaultAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    super(projectType("access", "VaultAccess"), name, {}, opts);
    this.vault = args.vault;
    this.args = args;
    // No registerOutputs() here: the SDK calls it once the program has run, when the children that grant() adds are there.
  }

  /**
   * Grants a principal what the requirements say and nothing else.
   *
   * @param name of the workflow or app; the grants' names begin with it
   * @param principal a service principal, such as the managed identity of a workflow or app
   * @param opts the grants' own, such as their parent; if omitted, they are children of this component
   * @returns the grants, for what must wait for them
   */
  grant(
    name: string,
    principal: Principal,
    requirements: readonly RequiredOperation[],
    opts: pulumi.CustomResourceOptions = { parent: this },
  ): readonly pulumi.Resource[] {
    return this.args.authorizationModel === "rbac"
      ? this.assignRoles(name, principal, requirements, opts)
      : this.addAccessPolicy(name, principal, requirements, opts);
  }

  private assignRoles(
    name: string,
    { principalId }: Principal,
    requirements: readonly RequiredOperation[],
    opts: pulumi.CustomResourceOptions,
  ): readonly pulumi.Resource[] {
    return neededGrants(requirements, this.args.grantScope ?? "secret").map(
      ({ secretName, permissions, dataActions }) =>
        new authorization.RoleAssignment(
          [name, ...permissions, ...(secretName === undefined ? [] : [secretName])].join("-"),
          {
            scope:
              secretName === undefined ? this.vault.id : pulumi.interpolate`${this.vault.id}/secrets/${secretName}`,
            roleDefinitionId: this.roleId(dataActions),
            principalId,
            // Without it, Azure may look for a user that does not exist yet, and azure-native says "User".
            principalType: "ServicePrincipal",
          },
          opts,
        ),
    );
  }

  /** The role for a set of permissions: the existing one, or one of this stack's own, created when first needed. */
  private roleId(dataActions: readonly string[]): pulumi.Input<string> {
    const { rolePrefix } = this.args;
    const name = [...(rolePrefix === undefined ? [] : [rolePrefix]), "secrets", ...dataActions.map(verb)].join("-");
    const known = this.args.existingRoleIds?.[dataActions.map(inWords).join(",")] ?? this.roleIds.get(name);
    if (known !== undefined) return known;
    const scope = this.vault.id.apply(resourceGroupId);
    const stack = `${pulumi.getProject()}/${pulumi.getStack()}`;
    const owner = rolePrefix === undefined ? stack : `${stack}, ${rolePrefix}`;
    const role = new authorization.RoleDefinition(
      name,
      {
        scope,
        // Unique in a tenant, so it names the stack, and the vault, whose name no other stack can have.
        roleName: pulumi.interpolate`Key Vault secrets: ${dataActions.map(inWords).join(" and ")} (${owner}, ${this.vault.name})`,
        roleType: "CustomRole",
        description: `What Logic Apps of the Pulumi stack ${stack} do to secrets, and nothing else.`,
        permissions: [{ actions: [], notActions: [], dataActions: [...dataActions], notDataActions: [] }],
        assignableScopes: [scope],
      },
      { parent: this },
    );
    this.roleIds.set(name, role.id);
    return role.id;
  }

  private addAccessPolicy(
    name: string,
    principal: Principal,
    requirements: readonly RequiredOperation[],
    opts: pulumi.CustomResourceOptions,
  ): readonly pulumi.Resource[] {
    return neededGrants(requirements, "vault").map(({ permissions }) => {
      const policy = new keyvault.AccessPolicy(
        name,
        {
          resourceGroupName: this.vault.resourceGroupName,
          vaultName: this.vault.name,
          policy: {
            objectId: principal.principalId,
            tenantId: principal.tenantId,
            permissions: { secrets: [...permissions] },
          },
        },
        // The last one orders creations and changes, and all earlier ones order deletions.
        pulumi.mergeOptions(opts, {
          dependsOn: [
            earlierResources(),
            ...(this.args.after ?? []),
            ...(this.lastAccessPolicy === undefined ? [] : [this.lastAccessPolicy]),
          ],
        }),
      );
      this.lastAccessPolicy = policy;
      return policy;
    });
  }
}

/** `setSecret` of `Microsoft.KeyVault/vaults/secrets/setSecret/action`. */
function verb(dataAction: string): string {
  return dataAction.split("/")[3] ?? dataAction;
}

/** `get` of `getSecret`; two roles with the same permissions can differ in their data actions, and never in name. */
function inWords(dataAction: string): string {
  return verb(dataAction).replace(/Secret$/, "");
}

function resourceGroupId(vaultId: string): string {
  return vaultId.split("/").slice(0, 5).join("/");
}
