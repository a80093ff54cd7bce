import type { ReportedAction, ReportedRun } from "./reported-run";

/** Formats a status, with its code if that adds information. */
export function formatStatus({ status, code }: { readonly status: string; readonly code?: string }): string {
  const known = code === undefined || code === status || status === "Succeeded" || status === "Skipped";
  return known ? status : `${status} (${code})`;
}

/** Milliseconds from the start of a run to the end of its last action. */
export function endOf({ actions }: Pick<ReportedRun, "actions">): number {
  return Math.max(0, ...actions.map((each) => each.offsetMilliseconds + each.durationMilliseconds));
}

/** The name of an action in its definition, without the numbers of the iterations that it ran in. */
export function declaredName({ name }: Pick<ReportedAction, "name">): string {
  return name.replace(/ #[\d.]+$/, "");
}
