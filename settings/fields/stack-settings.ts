import * as z from "zod";
import type { AuthorizationModel, CloudName } from "../../azure";
import { parseResourceGroupName, parseVaultId } from "../values/azure-ids";
import { stackFields } from "./stack-fields";
import type { ConsumerSettings } from "./consumer-settings";
import type { TokenSettings } from "./token-settings";
import { withoutUndefined, type WithoutUndefined } from "./without-undefined";

const { tokens: _, consumers: __, ...ownFields } = stackFields;
const stackSchema = z.object(ownFields);

type StackFields = WithoutUndefined<z.output<typeof stackSchema>>;

/** A resource group to create (`name` is generated if absent), or an existing one. */
export type ResourceGroup =
  | { readonly kind: "created"; readonly name?: string }
  | { readonly kind: "existing"; readonly id: string; readonly name: string };

/** A vault to create (`name` is generated if absent), or an existing one. */
export type Vault =
  | { readonly kind: "created"; readonly name?: string }
  | {
      readonly kind: "existing";
      readonly id: string;
      readonly name: string;
      readonly resourceGroupName: string;
      readonly subscriptionId: string;
    };

/** IDs of existing role definitions, by the operations that each allows. */
export type ExistingRoleIds = WithoutUndefined<NonNullable<StackFields["existingRoleIds"]>>;

type ResourceKeys = "resourceGroupId" | "resourceGroupName" | "vaultId" | "vaultName";

/**
 * The checked settings of a stack, with every default filled in.
 *
 * Derived from {@link stackFields}; keys that depend on each other are combined.
 */
export interface Settings extends Omit<
  StackFields,
  ResourceKeys | "cloud" | "authorizationModel" | "grantScope" | "existingRoleIds"
> {
  readonly cloud: CloudName;
  readonly resourceGroup: ResourceGroup;
  readonly vault: Vault;
  readonly authorizationModel: AuthorizationModel;
  /** Always `vault` with access policies, which cannot grant access to single secrets. */
  readonly grantScope: NonNullable<StackFields["grantScope"]>;
  readonly existingRoleIds?: ExistingRoleIds;
  readonly tokens: readonly TokenSettings[];
  readonly consumers: readonly ConsumerSettings[];
}

/**
 * Makes the settings of a stack from its keys.
 *
 * @throws {z.ZodError} for invalid keys, which {@link parseSettings} reports first
 */
export function stackSettings(
  keys: unknown,
  { tokens, consumers, cloud }: Pick<Settings, "tokens" | "consumers" | "cloud">,
): Settings {
  const {
    resourceGroupId,
    resourceGroupName,
    vaultId,
    vaultName,
    authorizationModel = "rbac",
    grantScope = authorizationModel === "rbac" ? "secret" : "vault",
    existingRoleIds,
    ...rest
  } = withoutUndefined(stackSchema.parse(keys));
  return {
    ...rest,
    cloud,
    resourceGroup:
      resourceGroupId === undefined
        ? created(resourceGroupName)
        : { kind: "existing", id: resourceGroupId, name: parseResourceGroupName(resourceGroupId) },
    vault: vaultId === undefined ? created(vaultName) : { kind: "existing", id: vaultId, ...parseVaultId(vaultId) },
    authorizationModel,
    grantScope,
    ...(existingRoleIds === undefined ? {} : { existingRoleIds: withoutUndefined(existingRoleIds) }),
    tokens,
    consumers,
  };
}

function created(name: string | undefined): { readonly kind: "created"; readonly name?: string } {
  return { kind: "created", ...(name === undefined ? {} : { name }) };
}
