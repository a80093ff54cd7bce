import { DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import { propertyPath, type InputChange } from "../azure-native";

const { Kind } = PropertyDiff;
const kinds = { add: Kind.ADD, update: Kind.UPDATE, delete: Kind.DELETE };
const replacing = { add: Kind.ADD_REPLACE, update: Kind.UPDATE_REPLACE, delete: Kind.DELETE_REPLACE };

/** Tells the engine which inputs changed. As azure-native does, it deletes before it replaces: names are unique. */
export function diffResponse(changes: readonly InputChange[]): DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  const top = (chosen: readonly InputChange[]): string[] => [...new Set(chosen.map(({ path }) => String(path[0])))];
  const replaces = changes.filter((change) => change.replaces);
  const response = new DiffResponse()
    .setChanges(changes.length === 0 ? DIFF_NONE : DIFF_SOME)
    .setDiffsList(top(changes))
    .setReplacesList(top(replaces))
    .setDeletebeforereplace(replaces.length > 0)
    .setHasdetaileddiff(true);
  for (const change of changes) {
    const kind = (change.replaces ? replacing : kinds)[change.kind];
    response.getDetaileddiffMap().set(propertyPath(change.path), new PropertyDiff().setKind(kind).setInputdiff(true));
  }
  return response;
}
