import type { ActionRecord } from "../../emulator/logic-apps";

/** The name of an action in a report: within loops with the numbers of its iterations, from 1. */
export function reportedName({ name, iterations = [] }: Pick<ActionRecord, "name" | "iterations">): string {
  const number = iterations.map(({ index }) => index + 1).join(".");
  return number === "" ? name : `${name} #${number}`;
}
