import type { Detail } from "../../terminal";

/** Parts of its progress that a command shows. */
export const progressShown = {
  quiet: "nothing",
  usual: "steps",
  verbose: "everything",
} as const satisfies Readonly<Record<Detail, string>>;
