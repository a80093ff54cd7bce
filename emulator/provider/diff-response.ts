import { DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import { propertyPath, type InputChange } from "../azure-native";

const { Kind } = PropertyDiff;
const kinds = { add: Kind.ADD, update: Kind.UPDATE, delete: Kind.DELETE };
const replacing = { add: Kind.ADD_REPLACE, update: Kind.UPDATE_REPLACE, delete: Kind.DELETE_REPLACE };

/** Reports to the engine which inputs changed, as azure-native does: top-level names, and the paths that replace. */
export function diffResponse(changes: readonly InputChange[], deleteBeforeReplace: boolean): DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  const replaces = changes.filter((change) => change.replaces).map(({ path }) => propertyPath(path));
  const response = new DiffResponse()
    .setChanges(changes.length === 0 ? DIFF_NONE : DIFF_SOME)
    // Up to the first dot, so a list's name keeps its index: `scopes[0]`.
    .setDiffsList([...new Set(changes.map(({ path }) => propertyPath(path).split(".")[0] ?? ""))])
    .setReplacesList(replaces)
    .setDeletebeforereplace(deleteBeforeReplace)
    .setHasdetaileddiff(true);
  for (const change of changes) {
    const kind = (change.replaces ? replacing : kinds)[change.kind];
    response.getDetaileddiffMap().set(propertyPath(change.path), new PropertyDiff().setKind(kind).setInputdiff(true));
  }
  return response;
}
