import type { DeclaredBehaviour } from "./behaviour";

/** A question that Azure's documents leave open, and every answer that the program must hold under. */
export interface Reading {
  readonly question: string;
  /** By name; each with the document or report that speaks for it. */
  readonly alternatives: Readonly<Record<string, DeclaredBehaviour>>;
  /** The best supported alternative, which the emulator follows by default. */
  readonly default: string;
  /** The one alternative that the program needs. @default the program holds under all of them */
  readonly needs?: {
    readonly alternative: string;
    /** Anchor of the section of docs/limits.md that says what happens otherwise. */
    readonly section: string;
  };
}

/** Lists the alternatives of a reading under which the program must hold: all, or the one that it needs. */
export function alternativesToHold({ alternatives, needs }: Reading): readonly string[] {
  return needs === undefined ? Object.keys(alternatives) : [needs.alternative];
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
