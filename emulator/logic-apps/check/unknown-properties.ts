import { behaviours, problem } from "./behaviours";

/** A problem for each property of a JSON object that is not among the known ones. */
export function unknownProperties(where: string, value: object, known: readonly string[]): string[] {
  return Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) =>
      problem(behaviours.notServed, `${where} has the property '${name}', which the emulator does not support.`),
    );
}
