import type { DeclaredBehaviour } from "./behaviour";

/** A question that Azure's documents leave open, and every answer that the program must hold under. */
export interface Reading {
  readonly question: string;
  /** By name; each with the document or report that speaks for it. */
  readonly alternatives: Readonly<Record<string, DeclaredBehaviour>>;
  /** The best supported alternative, which the emulator follows by default. */
  readonly default: string;
}

/** One alternative for each of a table of readings. */
export type ChosenReadings<Table extends Readonly<Record<string, Reading>>> = {
  readonly [Key in keyof Table]: keyof Table[Key]["alternatives"] & string;
};

/** Chooses the default alternative of each reading. */
export function defaultsOf<const Table extends Readonly<Record<string, Reading>>>(table: Table): ChosenReadings<Table> {
  const chosen = Object.entries(table).map(([key, reading]) => [key, reading.default]);
  return Object.fromEntries(chosen) as ChosenReadings<Table>;
}
