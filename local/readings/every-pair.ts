import { alternativesToHold, defaultReadings, readings, type Reading, type Readings } from "../../emulator/provenance";
import { cover } from "../pairwise/cover";
import { tuplesOf } from "../pairwise/factors";

/**
 * Lists combinations of readings such that every two alternatives of different readings occur together, the defaults
 * first. Alternatives other than the one that the program needs are left out.
 */
export function everyPairOfReadings(): readonly Readings[] {
  const factors = Object.fromEntries(
    Object.entries<Reading>(readings).map(([name, reading]) => [name, alternativesToHold(reading)]),
  );
  const tuples = tuplesOf(factors, 2);
  // Each is named after the keys of the readings.
  return cover({ factors, tuples, first: defaultReadings, attempts: 60 }) as readonly unknown[] as Readings[];
}
