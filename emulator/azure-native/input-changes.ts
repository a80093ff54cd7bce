import { isDeepStrictEqual } from "node:util";
import { isObject, type JsonObject } from "../../definition/json";
import type { ResourceType } from "../resources/azure-native-type";

/** An input that is not as it was. */
export interface InputChange {
  /** Such as `["properties", "sku", "name"]`; a number is an index. */
  readonly path: readonly (string | number)[];
  readonly kind: "add" | "update" | "delete";
  /** Whether only a new resource can have it. */
  readonly replaces: boolean;
}

/**
 * Which inputs changed, leaf by leaf. A leaf that is unknown counts as changed.
 *
 * azure-native compares inputs as they are said: a property that it does not send makes a difference too.
 */
export function inputChanges(type: ResourceType, before: JsonObject, after: JsonObject): readonly InputChange[] {
  return [...changesIn(before, after, [])].map(({ path, kind }) => {
    const named = path.filter((part) => typeof part === "string").join(".");
    const replaces = type.replaceOnChanges.some((input) => named === input || named.startsWith(`${input}.`));
    return { path, kind, replaces };
  });
}

function* changesIn(
  before: unknown,
  after: unknown,
  path: InputChange["path"],
): Generator<Omit<InputChange, "replaces">> {
  if (isDeepStrictEqual(before, after)) return;
  if (isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      yield* changesIn(before[key], after[key], [...path, key]);
    }
  } else if (Array.isArray(before) && Array.isArray(after)) {
    for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
      yield* changesIn(before[index], after[index], [...path, index]);
    }
  } else {
    yield { path, kind: before === undefined ? "add" : after === undefined ? "delete" : "update" };
  }
}

/** A path as Pulumi writes it: `properties.tags["a.b"].list[0]`. */
export function propertyPath(path: InputChange["path"]): string {
  return path
    .map((part, index) => {
      if (typeof part === "number") return `[${part}]`;
      if (/^[\w$-]+$/.test(part)) return index === 0 ? part : `.${part}`;
      return `["${part.replaceAll('"', String.raw`\"`)}"]`;
    })
    .join("");
}
