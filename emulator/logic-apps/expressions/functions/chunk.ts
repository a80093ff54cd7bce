import type { Arguments } from "./arguments";

/** Splits a string or an array into pieces of a length, the last one shorter. */
export function chunk(given: Arguments): unknown[] {
  const [collection, length] = [given.textOrList(0), given.index(1)];
  if (length < 1) throw given.failure("argument 2 is less than 1");
  return Array.from({ length: Math.ceil(collection.length / length) }, (_, index) =>
    collection.slice(index * length, (index + 1) * length),
  );
}
