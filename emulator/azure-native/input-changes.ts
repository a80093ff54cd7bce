import { isDeepStrictEqual } from "node:util";
import { asString, isObject, type JsonObject } from "../../definition/json";
import { exercise, type Behaviour } from "../provenance";
import { azureNativeBehaviours as behaviours } from "../resources/azure-native-behaviours";
import type { ResourceType } from "../resources/azure-native-type";
import { isMarked } from "./secret-values";

/** An input that is not as it was. */
export interface InputChange {
  /** Such as `["properties", "sku", "name"]`; a number is an index. */
  readonly path: readonly (string | number)[];
  readonly kind: "add" | "update" | "delete";
  /** True where only a new resource can have it. */
  readonly replaces: boolean;
}

/**
 * Compares inputs as azure-native does, leaf by leaf. A secret is one leaf, and a leaf that is unknown counts as changed.
 * A property that is not sent makes a difference too, but for azure-native's own, whose names begin with `__`.
 *
 * https://github.com/pulumi/pulumi-azure-native/blob/master/provider/pkg/provider/diff.go
 *
 * @param outputs of the state
 */
export function inputChanges(
  type: ResourceType,
  before: JsonObject,
  after: JsonObject,
  outputs: JsonObject,
): readonly InputChange[] {
  exercise(behaviours.leavesCompared);
  return [...changesIn(before, after, [])]
    .filter(({ path }) => !isSame(path, before, after))
    .map(({ path, kind }) => {
      const named = path.filter((part) => typeof part === "string").join(".");
      const forced = type.replaceOnChanges.some((input) => named === input || named.startsWith(`${input}.`));
      // An input that now says what Azure had filled in is not a reason to replace.
      const isFilledIn = kind === "add" && path.length === 1 && isDeepStrictEqual(after[named], outputs[named]);
      if (forced) exercise(isFilledIn ? behaviours.filledInIsKept : behaviours.pathReplaces);
      return { path, kind, replaces: forced && !isFilledIn };
    });
}

/** Azure ignores case in the name of a resource group, and case and spaces in a location. */
function isSame([first, ...rest]: InputChange["path"], before: JsonObject, after: JsonObject): boolean {
  if (rest.length > 0) return false;
  const same = (record: Behaviour, plain: (text: string) => string, key: string): boolean => {
    const [old, now] = [asString(before[key]), asString(after[key])];
    if (old === "" || plain(old) !== plain(now)) return false;
    exercise(record);
    return true;
  };
  const lower = (text: string): string => text.toLowerCase();
  if (first === "resourceGroupName") return same(behaviours.groupNameNormalised, lower, first);
  return first === "location" && same(behaviours.locationNormalised, (text) => lower(text).replaceAll(" ", ""), first);
}

function* changesIn(
  before: unknown,
  after: unknown,
  path: InputChange["path"],
): Generator<Omit<InputChange, "replaces">> {
  if (isDeepStrictEqual(before, after)) return;
  if (isObject(before) && isObject(after) && !isMarked(before) && !isMarked(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (!key.startsWith("__")) yield* changesIn(before[key], after[key], [...path, key]);
    }
  } else if (Array.isArray(before) && Array.isArray(after)) {
    for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
      yield* changesIn(before[index], after[index], [...path, index]);
    }
  } else {
    yield { path, kind: before === undefined ? "add" : after === undefined ? "delete" : "update" };
  }
}

/** A path as azure-native writes it: `properties.tags.a.b.list[0]`. It quotes nothing. */
export function propertyPath(path: InputChange["path"]): string {
  return path.map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`)).join("");
}
