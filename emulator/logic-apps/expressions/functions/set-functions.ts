import type { JsonObject } from "../../../../definition/json";
import { deepEquals } from "../values/equality";
import type { Arguments } from "./arguments";

/** All items without repetition; of objects, all members, the last of a name. */
export function union(given: Arguments): unknown {
  if (!Array.isArray(given.values[0])) {
    return Object.fromEntries(objects(given).flatMap((object) => Object.entries(object)));
  }
  return distinct(lists(given).flat());
}

/** The items that all have; of objects, the members whose names all have, with the last value. */
export function intersection(given: Arguments): unknown {
  if (!Array.isArray(given.values[0])) {
    const all = objects(given);
    const common = Object.keys(all[0] ?? {}).filter((name) => all.every((object) => Object.hasOwn(object, name)));
    return Object.fromEntries(common.map((name) => [name, all.at(-1)?.[name]]));
  }
  const [first = [], ...others] = lists(given);
  return distinct(first).filter((item) => others.every((other) => has(other, item)));
}

function lists(given: Arguments): (readonly unknown[])[] {
  return given.values.map((_, index) => given.list(index));
}

function objects(given: Arguments): JsonObject[] {
  return given.values.map((_, index) => given.object(index));
}

function distinct(items: readonly unknown[]): unknown[] {
  const found: unknown[] = [];
  for (const item of items) if (!has(found, item)) found.push(item);
  return found;
}

function has(items: readonly unknown[], wanted: unknown): boolean {
  return items.some((item) => deepEquals(item, wanted));
}
