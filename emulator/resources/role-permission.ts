/** What a role allows. */
export interface RolePermission {
  /** On resources. @default none */
  readonly actions?: readonly string[];
  /** @default none */
  readonly notActions?: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
}
