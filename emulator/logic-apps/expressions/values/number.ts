/**
 * A Float with an integral value, such as `5.0`: within an evaluation a plain integral number is an Integer.
 * A Float with a fraction is a plain number.
 */
export class Float {
  constructor(readonly value: number) {}
}

/** A number as functions calculate with it: bigint is an Integer, number a Float. */
export type Numeric = bigint | number;

/** The value as a number to calculate with; undefined for what is not a number. */
export function numericOf(value: unknown): Numeric | undefined {
  if (typeof value === "bigint") return value;
  if (value instanceof Float) return value.value;
  if (typeof value !== "number") return undefined;
  return Number.isSafeInteger(value) ? BigInt(value) : value;
}

/** The value that a calculated number is within an evaluation. */
export function valueOf(numeric: Numeric): unknown {
  return typeof numeric === "number" && Number.isInteger(numeric) ? new Float(numeric) : numeric;
}

export function isInteger64(integer: bigint): boolean {
  return BigInt.asIntN(64, integer) === integer;
}
