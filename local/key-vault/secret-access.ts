import type { SecretPermission } from "../../azure";

/** What somebody is about to do with a vault's secrets. */
export interface SecretAccess {
  readonly principalId: string;
  readonly vaultName: string;
  /** As written in the request; absent where the operation is on the vault: lists and restore. */
  readonly secretName?: string;
  /** Under access policies. */
  readonly permission: SecretPermission;
  /** Under Azure RBAC, in full. */
  readonly dataAction: string;
}

/** Decides: `allowed`, or the inner code of Key Vault's 403. */
export type Authorize = (access: SecretAccess) => "allowed" | "ForbiddenByRbac" | "ForbiddenByPolicy";
