import { ArmError } from "../resources/errors";
import type { View } from "../resources/view";
import { deletedVaultView } from "../resources/vault/deleted-vaults";
import { groupOperationsView, vaultOperationsView } from "../resources/operation-results";
import { roleAssignmentsView } from "../resources/role-assignment/role-assignments-view";
import { roleDefinitionView } from "../resources/role-definition/role-definitions-view";
import { secretView } from "../resources/vault/secret-view";
import { runView, runsView } from "../resources/workflow/workflow-runs-view";

const views: readonly View[] = [
  roleAssignmentsView,
  roleDefinitionView,
  secretView,
  deletedVaultView,
  runsView,
  runView,
  groupOperationsView,
  vaultOperationsView,
];

/** The view that a path means; undefined for the path of a resource. */
export function findView(path: string): { readonly view: View; readonly match: RegExpExecArray } | undefined {
  for (const view of views) {
    const match = view.path.exec(path);
    if (match !== null) return { view, match };
  }
  return undefined;
}

/** Refuses query parameters that a view does not know, rather than to leave them out. @throws {ArmError} naming one */
export function rejectUnknownParameters(view: View, query: URLSearchParams): void {
  const unknown = [...query.keys()].find((name) => name !== "api-version" && !view.parameters.includes(name));
  if (unknown === undefined) return;
  throw new ArmError(501, "ParameterNotServed", `The emulator does not serve '${unknown}' on '${view.type}'.`);
}
