import { ArmError } from "./arm-error";
import type { Surroundings } from "./resource-provider";
import { deletedVaultView } from "./deleted-vaults";
import { groupOperationsView, vaultOperationsView } from "./operation-results";
import { roleAssignmentsView } from "./role-assignments-view";
import { roleDefinitionView } from "./role-definitions-view";
import { secretView } from "./secret-view";
import { runView, runsView } from "./workflow-runs-view";

/** What a GET of something shows that is no resource of its own: a list, or a thing inside a resource. */
export interface View {
  readonly path: RegExp;
  /** Type of the resource provider whose API versions it has. */
  readonly type: string;
  /** Query parameters that it knows, besides the api-version. */
  readonly parameters: readonly string[];
  /** @param match of `path` @throws {ArmError} for what is not there, or is not served */
  show(match: RegExpExecArray, query: URLSearchParams, surroundings: Surroundings): unknown;
}

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
export function refuseUnknownParameters(view: View, query: URLSearchParams): void {
  const unknown = [...query.keys()].find((name) => name !== "api-version" && !view.parameters.includes(name));
  if (unknown === undefined) return;
  throw new ArmError(501, "ParameterNotServed", `The stand-in does not serve '${unknown}' on '${view.type}'.`);
}
