import { findActionPath } from "../../../definition";
import type { ModelWorkflow } from "../../model";
import type { Report } from "../../rule/rule";
import { hiddenFailures } from "./hidden-failures";
import { scheduledTriggers } from "./scheduled-workflows";
import type { AlertKind } from "./workflow-alerts";

/** Reports each action by which a run ends Succeeded although another one failed. */
export function reportHiddenFailures({ urn, definition }: ModelWorkflow, report: Report): void {
  for (const name of hiddenFailures(definition)) {
    const message = `After a failure, the run still ends as Succeeded, because "${name}" handles it.`;
    report.finding({ urn, path: `definition.${findActionPath(definition, name)}.runAfter`, message });
  }
}

/** Reports that no alert rule watches a workflow with a schedule. */
export function reportUnwatched({ urn, definition }: ModelWorkflow, kind: AlertKind, report: Report): void {
  // An alert rule is a resource of its own: the schedule is what nobody watches.
  const path = `definition.triggers.${scheduledTriggers(definition)[0]?.[0] ?? ""}`;
  report.finding({ urn, path, message: `No alert rule of the stack notifies anybody of ${kind}.` });
}
