import { follow } from "../../../../provenance";
import type { Scope } from "../../scope";
import { isInteger64, numericOf, valueOf } from "../../values/number";
import type { Arguments } from "../arguments";

/**
 * An Integer from text, an Integer or, by the reading `intOfFloat`, a Float.
 * Source: https://learn.microsoft.com/azure/logic-apps/expression-functions-reference#int
 */
export function readInteger(given: Arguments, { readings }: Scope): unknown {
  const numeric = numericOf(given.values[0]);
  if (typeof numeric === "number" && follow(readings, "intOfFloat") === "truncates") {
    return BigInt(Math.trunc(numeric));
  }
  if (typeof given.values[0] !== "string") return given.integer(0);
  const integer = integerIn(given);
  if (integer === undefined) throw given.failure("argument 1 is not an integer");
  if (!isInteger64(integer)) throw given.failure("argument 1 is beyond 64 bits");
  return valueOf(integer);
}

export function isInt(given: Arguments): boolean {
  const integer = integerIn(given);
  if (integer !== undefined && !isInteger64(integer)) throw given.unknown("with an integer beyond 64 bits");
  return integer !== undefined;
}

/** Returns `undefined` for text that cannot be an integer. */
function integerIn(given: Arguments): bigint | undefined {
  const text = given.text(0);
  if (/^-?\d+$/.test(text)) return BigInt(text);
  // Of .NET's ways to read a number, it is not known which allow these.
  if (/^[\s\d+\-.,()$¤]*\d(?:[eE][+-]?\d+)?[\s\d+\-.,()$¤]*$/.test(text) && !/[.]\d*[1-9]\d*$/.test(text)) {
    throw given.unknown("with a number that is not written as digits alone");
  }
  return undefined;
}
