import { joinTexts } from "../join-texts";
import { isBounded, isDecidedObject, keyOf, Undecided, UndecidedText, undecidedIn } from "../undecided";
import type { TemplateFunction } from "./template-function";
import { asInteger, sameValue, undecidedCall } from "./template-function";

/** Longer lists come of expressions that double something again and again; Azure copies at most 800 times. */
const longestList = 10_000;

/**
 * Functions on lists and objects, and those that take texts too. Members may be undecided.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array
 */
export const listFunctions: Readonly<Record<string, TemplateFunction>> = {
  concat: (given) => {
    if (given.every((value) => Array.isArray(value))) return bounded(given.flat());
    const isText = given.some((value) => typeof value === "string" || value instanceof UndecidedText);
    const isList = given.some((value) => Array.isArray(value));
    return isList || !(isText || given.every(isScalar)) ? undecidedCall("concat", given) : joinTexts(given);
  },
  createarray: (given) => bounded([...given]),
  createobject: (given) => {
    const names = given.filter((_, index) => index % 2 === 0);
    if (given.length % 2 === 1) return undefined;
    if (!names.every((name) => typeof name === "string")) return undecidedCall("createobject", given);
    return Object.fromEntries(names.map((name, index) => [name, given[2 * index + 1]]));
  },
  array: ([value]) =>
    Array.isArray(value) ? value : value instanceof Undecided ? undecidedCall("array", [value]) : [value],
  length: ([value]) => {
    if (value instanceof Undecided) return undecidedCall("length", [value]);
    if (typeof value === "string" || Array.isArray(value)) return value.length;
    return isDecidedObject(value) ? Object.keys(value).length : undefined;
  },
  empty: ([value]) => {
    if (value instanceof UndecidedText && value.parts.some((part) => typeof part === "string")) return false;
    if (value instanceof Undecided) return undecidedCall("empty", [value]);
    if (value === null) return true;
    return typeof value === "object" ? Object.keys(value).length === 0 : value === "";
  },
  first: ([value]) => memberOf("first", value, (list) => list[0]),
  last: ([value]) => memberOf("last", value, (list) => list.at(-1)),
  take: ([value, count]) => slice("take", value, count, (from) => [0, Math.max(0, from)]),
  skip: ([value, count]) => slice("skip", value, count, (from) => [Math.max(0, from), undefined]),
  contains: ([container, item]) => contains(container, item),
  join: ([list, separator]) =>
    Array.isArray(list) && typeof separator === "string"
      ? joinTexts((list as unknown[]).flatMap((item, index) => (index === 0 ? [item] : [separator, item])))
      : undecidedCall("join", [list, separator]),
  union: (given) => {
    if (given.every((value) => Array.isArray(value))) return bounded(distinct(given.flat() as unknown[]));
    return isBounded(given) && given.every(isDecidedObject)
      ? given.reduce<object>(merge, {})
      : undecidedCall("union", given);
  },
  intersection: (given) =>
    given.every((value) => Array.isArray(value)) && undecidedIn(given).length === 0
      ? distinct(given[0] as unknown[]).filter((item) =>
          given.every((list) => (list as unknown[]).some((other) => sameValue(item, other))),
        )
      : undecidedCall("intersection", given),
  flatten: ([list]) => (Array.isArray(list) ? bounded((list as unknown[]).flat()) : undecidedCall("flatten", [list])),
  range: ([from, count]) => {
    const [start, length] = [asInteger(from), asInteger(count)];
    if (start === undefined || length === undefined || length > longestList)
      return undecidedCall("range", [from, count]);
    return Array.from({ length: Math.max(0, length) }, (_, index) => start + index);
  },
  items: ([object]) =>
    isDecidedObject(object)
      ? Object.entries(object)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, value]) => ({ key, value }))
      : undecidedCall("items", [object]),
  objectkeys: ([object]) =>
    isDecidedObject(object) ? Object.keys(object).sort() : undecidedCall("objectkeys", [object]),
  shallowmerge: ([list]) =>
    Array.isArray(list) && (list as unknown[]).every(isDecidedObject)
      ? Object.fromEntries((list as object[]).flatMap((each) => Object.entries(each)))
      : undecidedCall("shallowmerge", [list]),
};

function isScalar(value: unknown): boolean {
  return ["string", "number", "boolean"].includes(typeof value) || value instanceof Undecided;
}

function bounded(list: readonly unknown[]): unknown {
  return list.length > longestList ? new Undecided("long", "a list is too long") : list;
}

function distinct(list: readonly unknown[]): readonly unknown[] {
  return [...new Map(list.map((item) => [`${typeof item} ${keyOf(item)}`, item])).values()];
}

/** Objects within objects are merged too; of lists and scalars, the last one counts. */
function merge(a: object, b: unknown): object {
  const merged: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b as object)) {
    const before = merged[name];
    merged[name] = isDecidedObject(before) && isDecidedObject(value) ? merge(before, value) : value;
  }
  return merged;
}

function memberOf(name: string, value: unknown, pick: (list: readonly unknown[]) => unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : pick(value);
  return typeof value === "string" ? (pick(value.split("")) ?? "") : undecidedCall(name, [value]);
}

function slice(
  name: string,
  value: unknown,
  count: unknown,
  bounds: (count: number) => readonly [number, number | undefined],
): unknown {
  const wanted = asInteger(count);
  if (wanted === undefined || !(typeof value === "string" || Array.isArray(value))) {
    return undecidedCall(name, [value, count]);
  }
  return value.slice(...bounds(wanted));
}

function contains(container: unknown, item: unknown): unknown {
  if (typeof container === "string" && typeof item === "string") return container.includes(item);
  if (isDecidedObject(container) && typeof item === "string") {
    return Object.keys(container).some((key) => key.toLowerCase() === item.toLowerCase());
  }
  if (Array.isArray(container)) {
    if (container.some((each) => sameValue(each, item))) return true;
    if (undecidedIn([container, item]).length === 0) return false;
  }
  return undecidedCall("contains", [container, item]);
}
