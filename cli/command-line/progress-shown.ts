import type { Detail } from "../../terminal";

/** What a command shows of its progress. */
export const progressShown = {
  quiet: "nothing",
  usual: "steps",
  verbose: "everything",
} as const satisfies Readonly<Record<Detail, string>>;
