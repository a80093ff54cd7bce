import { drawWorkflow, graphWorkflow, type ActionOutcome, type PicturedRun } from "../../../pictures";
import type { ReportedRun, ReportedWorkflow } from "../../report";
import { declaredName } from "../../report/run-texts";
import { markup, trusted, type Markup } from "../markup";

/** Renders the graph of a Logic App with the outcomes of a run. @param run undefined if it did not run */
export function renderGraph({ name, definition }: ReportedWorkflow, run: ReportedRun | undefined): Markup {
  const drawn = drawWorkflow(graphWorkflow(definition), {
    title: `Actions of ${name}`,
    ...(run === undefined ? {} : { run: pictured(run) }),
  });
  return markup`<div class="graph"><label><input type="checkbox"> Graph at its full size</label>
<div role="region" aria-label="Graph of ${name}" tabindex="0">${trusted(drawn)}</div></div>
`;
}

function pictured({ status, trigger, actions }: ReportedRun): PicturedRun {
  return {
    status,
    triggerName: trigger,
    actions: actions.flatMap((action): readonly ActionOutcome[] => {
      const { status: ended, code, attempts } = action;
      const known = statuses.find((each) => each === ended);
      if (known === undefined) return [];
      return [{ name: declaredName(action), status: known, attempts, ...(code === undefined ? {} : { code }) }];
    }),
  };
}

/** A picture takes no other status, since its style is named by it. */
const statuses = ["Succeeded", "Failed", "Skipped", "TimedOut", "Cancelled", "Running"] as const;
