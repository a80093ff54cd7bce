import { isObject } from "../../../../definition/json";
import { deepEquals } from "../values/equality";
import { textOf } from "../values/text-of";
import type { Arguments } from "./arguments";
import { chunk } from "./chunk";
import { intersection, union } from "./set-functions";
import { sort } from "./sort";
import type { FunctionGroup } from "./workflow-function";

export const collectionFunctions: FunctionGroup = {
  chunk: { takes: [2, 2], call: chunk },
  contains: { takes: [2, 2], call: contains },
  empty: { takes: [1, 1], call: empty },
  first: { takes: [1, 1], call: (given) => elementAt(given.textOrList(0), 0) },
  intersection: { takes: [2, Infinity], call: intersection },
  join: { takes: [2, 2], call: (given) => given.list(0).map(textOf).join(given.text(1)) },
  last: { takes: [1, 1], call: (given) => elementAt(given.textOrList(0), -1) },
  length: { takes: [1, 1], call: (given) => given.textOrList(0).length },
  reverse: { takes: [1, 1], call: (given) => [...given.list(0)].reverse() },
  skip: { takes: [2, 2], call: (given) => given.list(0).slice(count(given)) },
  sort: { takes: [1, 2], call: sort },
  take: { takes: [2, 2], call: (given) => given.textOrList(0).slice(0, count(given)) },
  union: { takes: [2, Infinity], call: union },
};

/** With case: a part of a string, an item of an array, a name of an object. */
function contains(given: Arguments): boolean {
  const [collection, wanted] = given.values;
  if (typeof collection === "string") return collection.includes(given.text(1));
  if (Array.isArray(collection)) return collection.some((item) => deepEquals(item, wanted));
  if (isObject(collection)) return Object.hasOwn(collection, given.text(1));
  throw given.wrongType(0, "an object, an array or a string");
}

/** Null is empty. */
function empty(given: Arguments): boolean {
  const [collection] = given.values;
  if (collection === null || collection === undefined) return true;
  if (isObject(collection)) return Object.keys(given.object(0)).length === 0;
  return given.textOrList(0).length === 0;
}

function elementAt(collection: string | readonly unknown[], index: number): unknown {
  return collection.at(index) ?? (typeof collection === "string" ? "" : null);
}

/** A number of items. No document says what a negative one means. */
function count(given: Arguments): number {
  const index = given.index(1);
  if (index < 0) throw given.unknown("with a negative count");
  return index;
}
