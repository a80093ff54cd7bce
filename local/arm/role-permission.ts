/** What a role allows. */
export interface RolePermission {
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
}
