import type { Scope } from "../scope";
import type { Arguments } from "./arguments";

/** A function of the Workflow Definition Language. */
export interface WorkflowFunction {
  /** Minimum and maximum number of arguments. */
  readonly takes: readonly [least: number, most: number];
  /** Values within an evaluation: see `values/number` for the distinction between Integers and Floats. */
  call(given: Arguments, scope: Scope): unknown;
}

/** Functions by name, in the reference's spelling. */
export type FunctionGroup = Readonly<Record<string, WorkflowFunction>>;
