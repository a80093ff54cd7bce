import type { NodeStatus } from "./outcomes";

/** Lines of a padlock, in a square of 12 pixels. */
export const lockSign = "M2.5 5.5h7v5h-7zM4 5.5V4a2 2 0 0 1 4 0v1.5";

const circle = "M6 1.5a4.5 4.5 0 1 0 .01 0z";

/** Lines of a sign for each status, in a square of 12 pixels. */
export const statusSigns: Readonly<Record<NodeStatus, string>> = {
  Succeeded: "M2 6.5l3 3 5-7",
  Failed: "M2.5 2.5l7 7m0-7l-7 7",
  TimedOut: `${circle}M6 3.5V6l2 1.5`,
  Cancelled: `${circle}M3 9l6-6`,
  Running: "M3.5 2l6 4-6 4z",
  Skipped: "M2 3l4 3-4 3zM6.5 3l4 3-4 3z",
  NotReached: "M2 6h8",
};
