import type { SecretPermission } from "../../azure";

/** An operation of a principal on a vault's secrets. */
export interface SecretAccess {
  readonly principalId: string;
  readonly vaultName: string;
  /** As written in the request; absent where the operation is on the vault: lists and restore. */
  readonly secretName?: string;
  /** Permission under access policies. */
  readonly permission: SecretPermission;
  /** Data action under Azure RBAC, in full. */
  readonly dataAction: string;
}

/** Authorizes an operation: `allowed`, or the inner code of Key Vault's 403. */
export type Authorize = (access: SecretAccess) => "allowed" | "ForbiddenByRbac" | "ForbiddenByPolicy";
