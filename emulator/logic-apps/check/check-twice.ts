import type { Behaviour } from "../../provenance";
import { problem } from "./behaviours";

/** A problem for each name that stood before, in whatever case. */
export function checkTwice(record: Behaviour, names: readonly string[], text: (name: string) => string): string[] {
  const seen = new Set<string>();
  return names
    .filter((name) => seen.size === seen.add(name.toLowerCase()).size)
    .map((name) => problem(record, text(name)));
}
