import { isObject } from "../../../../definition/json";
import { numericOf } from "./number";

/** Deep equality: numbers by value, strings with their case, names in any order. */
export function deepEquals(left: unknown, right: unknown): boolean {
  const [leftNumber, rightNumber] = [numericOf(left), numericOf(right)];
  if (leftNumber !== undefined && rightNumber !== undefined) {
    // An Integer and a Float of the same value are equal; `===` would tell them apart.
    return leftNumber <= rightNumber && leftNumber >= rightNumber;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => deepEquals(item, right[index]));
  }
  if (leftNumber === undefined && rightNumber === undefined && isObject(left) && isObject(right)) {
    const names = Object.keys(left);
    return (
      names.length === Object.keys(right).length &&
      names.every((name) => Object.hasOwn(right, name) && deepEquals(left[name], right[name]))
    );
  }
  return (left ?? null) === (right ?? null);
}
