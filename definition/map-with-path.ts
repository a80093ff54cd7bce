import { isObject } from "./json";

/** A path into a JSON value: names of properties, and numbers of items. */
export type Path = readonly (string | number)[];

/**
 * Copies a JSON value, each part by what `replace` returns for it.
 *
 * @param replace returns a part's copy, itself or by `descend`, which copies the part with all below it; `path` is that of
 * the part during the call only, so that a path to keep must be copied
 * @param around path of the value itself
 */
export function mapWithPath(
  value: unknown,
  replace: (part: unknown, path: Path, descend: (part: unknown) => unknown) => unknown,
  around: Path = [],
): unknown {
  // One path for the whole walk: a list for each part would be most of its cost.
  const path = [...around];
  const replaceBelow = (key: string | number, item: unknown): unknown => {
    path.push(key);
    const replaced = replace(item, path, descend);
    path.pop();
    return replaced;
  };
  const descend = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map((item, index) => replaceBelow(index, item));
    if (!isObject(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, replaceBelow(key, item)]));
  };
  return replace(value, path, descend);
}
