import { markup } from "../../page/markup";
import { renderMark, toneOf } from "../../page/marks";
import { renderTimeline } from "../../page/timeline/render-timeline";
import type { ReportedRun } from "../../report";
import { formatStatus } from "../../report/run-texts";
import { formatCount } from "../../report/units";
import type { LiveRuns } from "../live-stack";
import type { PageElement } from "../page-update";

/** Renders each run that no other started, with those that it started in its timeline. */
export function renderRuns({ outermost, all }: LiveRuns): readonly PageElement[] {
  if (outermost.length === 0) {
    const id = "no-run";
    return [
      { id, html: markup`<p id="${id}" class="quiet">Nothing has run since the stack is served.</p>`.toString() },
    ];
  }
  return outermost.map((run) => renderRun(run, all));
}

function renderRun(run: ReportedRun, all: readonly ReportedRun[]): PageElement {
  const id = `run-${run.id}`;
  const done = run.actions.filter(({ status }) => status !== "Skipped");
  const html = markup`<article id="${id}" aria-labelledby="${id}-heading"><h3 id="${id}-heading">${run.workflow} ${renderMark(toneOf(run), formatStatus(run))}</h3><details id="${id}-actions"><summary id="${id}-summary">${formatCount(done.length, "action")} at <time>${run.startTime}</time></summary>${renderTimeline(run, all)}</details></article>`;
  return { id, html: html.toString() };
}
