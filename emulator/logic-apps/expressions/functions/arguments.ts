import { isObject, type JsonObject } from "../../../../definition/json";
import type { Behaviour } from "../../../provenance";
import { behaviours } from "../behaviours";
import { EvaluationError, UnsupportedFunctionError } from "../errors";
import { Float, type Numeric, numericOf } from "../values/number";
import { typeName } from "../values/type-name";

/** The evaluated arguments of one call, read with the type that the function takes. */
export class Arguments {
  constructor(
    readonly functionName: string,
    readonly values: readonly unknown[],
  ) {}

  has(index: number): boolean {
    return index < this.values.length;
  }

  text(index: number): string {
    const value = this.values[index];
    if (typeof value !== "string") throw this.wrongType(index, "a string");
    return value;
  }

  /** @default the fallback, when the argument is omitted */
  optionalText<Fallback>(index: number, fallback: Fallback): string | Fallback {
    return this.has(index) ? this.text(index) : fallback;
  }

  boolean(index: number): boolean {
    const value = this.values[index];
    if (typeof value !== "boolean") throw this.wrongType(index, "a boolean");
    return value;
  }

  number(index: number): Numeric {
    const numeric = numericOf(this.values[index]);
    if (numeric === undefined) throw this.wrongType(index, "an integer or a decimal number");
    return numeric;
  }

  integer(index: number): bigint {
    const numeric = numericOf(this.values[index]);
    if (typeof numeric !== "bigint") throw this.wrongType(index, "an integer");
    return numeric;
  }

  /** An integer of 32 bits, as counts and indexes are. */
  index(index: number): number {
    const integer = this.integer(index);
    if (BigInt.asIntN(32, integer) !== integer) throw this.failure(`argument ${index + 1} is beyond 32 bits`);
    return Number(integer);
  }

  list(index: number): readonly unknown[] {
    const value = this.values[index];
    if (!Array.isArray(value)) throw this.wrongType(index, "an array");
    return value as unknown[];
  }

  textOrList(index: number): string | readonly unknown[] {
    const value = this.values[index];
    if (typeof value === "string") return value;
    if (!Array.isArray(value)) throw this.wrongType(index, "a string or an array");
    return value as unknown[];
  }

  object(index: number): JsonObject {
    const value = this.values[index];
    if (!isObject(value) || value instanceof Float) throw this.wrongType(index, "an object");
    return value;
  }

  wrongType(index: number, expected: string): EvaluationError {
    const seen = typeName(this.values[index]);
    const problem = `expects its argument ${index + 1} to be ${expected}; it is of type '${seen}'`;
    return this.error(behaviours.wrongArgumentType, problem);
  }

  failure(problem: string): EvaluationError {
    return this.error(behaviours.invalidArgument, problem);
  }

  /** An answer that no document gives. */
  unknown(use: string): UnsupportedFunctionError {
    return new UnsupportedFunctionError(this.functionName, use);
  }

  private error(record: Behaviour, problem: string): EvaluationError {
    return new EvaluationError(record, `The function '${this.functionName}': ${problem}.`, this.functionName);
  }
}
