/** Creates again what was deleted in Azure, and sets back what was changed there; fails for a missing role assignment. */
export const upWithRefresh = "npx pulumi up --refresh";

/**
 * Replaces the connection, and updates the Logic Apps to use the new one. Azure never returns the key of a connection, so a
 * refresh does not see that it was changed.
 */
export const replaceConnection =
  "'npx pulumi up --target-replace' with the connection's URN ('npx pulumi stack --show-urns'), then 'npx pulumi up'";

/**
 * Creates missing role assignments again, and touches nothing else.
 *
 * azure-native answers 404 to a refresh of a role assignment that is gone, so that `pulumi refresh` and
 * `pulumi up --refresh` fail, and `pulumi up` sees nothing.
 *
 * @param urns of the role assignments; quoted, since a shell takes the `$` in them for a variable
 */
export function replaceRoleAssignments(stack: string, urns: readonly string[]): string {
  return ["npx pulumi up --stack", stack, ...urns.map((urn) => `--target-replace '${urn}'`)].join(" ");
}
