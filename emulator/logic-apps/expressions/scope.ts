import type { Readings } from "../../provenance";

/** Values of a run that an expression can read. A lookup of a name that does not exist throws. */
export interface Scope {
  readonly readings: Readings;
  now(): Date;
  parameter(name: string): unknown;
  /** The trigger with its `outputs`. */
  trigger(): unknown;
  /** An action that has ended: `{ name, status, code, startTime, endTime, inputs, outputs }`. */
  action(name: string): unknown;
  /** The outputs of an action that has ended. */
  outputs(name: string): unknown;
  /** The results of the first-level actions of a Scope, Foreach or Until. */
  result(scopeName: string): unknown;
  workflow(): unknown;
  variable(name: string): unknown;
  item(): unknown;
  items(loop: string): unknown;
  /** The index of the current iteration of an Until, from 0. */
  iterationIndex(loop: string): number;
}
