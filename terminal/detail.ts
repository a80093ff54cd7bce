/** How much of a report is shown: the verdict only, what fits on a screen, or everything. */
export type Detail = "quiet" | "usual" | "verbose";
