import { selectProperty } from "../select-property";
import { Arguments } from "./arguments";
import { compare } from "./compare";

/** Sorts items that are all numbers or all strings, or objects by such a property of theirs. */
export function sort(given: Arguments): unknown[] {
  const items = given.list(0);
  const keys = given.has(1) ? items.map((item) => keyOf(item, given.text(1))) : items;
  const keyArguments = new Arguments(given.functionName, keys);
  const order = [...items.keys()].sort((left, right) => compare(keyArguments, left, right));
  return order.map((index) => items[index]);
}

function keyOf(item: unknown, name: string): unknown {
  return selectProperty(item, { property: name, writtenName: undefined, optional: false });
}
