import type { ReportedAction, ReportedRun } from "../../report";
import { formatStatus } from "../../report/run-texts";
import { formatCount, formatMilliseconds } from "../../report/units";
import { markup, type Content, type Markup } from "../markup";
import { renderMark, toneOf } from "../marks";
import { renderTable } from "../table";
import { renderBar } from "./render-bar";
import { placeOnTimeline, type Timeline, type TimelineRow } from "./timeline-rows";

const columns = [
  { name: "Action" },
  { name: "Outcome" },
  { name: "Start", isNumber: true },
  { name: "Took", isNumber: true },
  { name: "Hidden in history" },
];

/** Renders a run as a table of its actions with a bar each, the runs that they started below them. */
export function renderTimeline(run: ReportedRun, runs: readonly ReportedRun[]): Markup {
  const timeline = placeOnTimeline(run, runs);
  const { totalMilliseconds, rows } = timeline;
  const caption = markup`${renderMark(toneOf(run), formatStatus(run))} by ${run.trigger} at <time>${run.startTime}</time>, ${formatMilliseconds(totalMilliseconds)}, ${formatCount(run.billableActions, "billable action")}`;
  return markup`<div class="timeline">${renderTable({ caption, columns, groups: [{ rows: rows.map((row) => renderRow(row, timeline)) }] })}${renderSkipped(run)}</div>`;
}

function renderRow(row: TimelineRow, timeline: Timeline): readonly Content[] {
  const { depth, run, offsetMilliseconds, durationMilliseconds } = row;
  const span = [`+${formatMilliseconds(offsetMilliseconds)}`, formatMilliseconds(durationMilliseconds)];
  const bar = renderBar(row, timeline);
  if (row.kind === "run") {
    const count = formatCount(run.billableActions, "billable action");
    const name = markup`<span class="depth-${depth} called-run"><span aria-hidden="true">↳ </span>Run of ${run.workflow}, ${count}</span>${bar}`;
    return [name, renderMark(toneOf(run), formatStatus(run)), ...span, ""];
  }
  const { action } = row;
  return [
    markup`<span class="depth-${Math.min(depth, 4)}">${action.name}</span>${bar}`,
    markup`${renderMark(toneOf(action, run), formatStatus(action))}${renderRetries(action)}`,
    ...span,
    action.secured === "no" ? markup`<span class="quiet">nothing</span>` : action.secured,
  ];
}

/** Renders when each request was sent that another followed. */
function renderRetries({ attempts, retryHistory = [], code = "" }: ReportedAction): Markup | false {
  if (attempts < 2) return false;
  const earlier = retryHistory.map((retry) => `${retry.code} at +${formatMilliseconds(retry.offsetMilliseconds)}`);
  return markup`<small>${formatCount(attempts, "attempt")}: ${[...earlier, `then ${code}`].join(", ")}</small>`;
}

function renderSkipped({ actions }: ReportedRun): Markup | false {
  const names = actions.filter(({ status }) => status === "Skipped").map(({ name }) => name);
  if (names.length === 0) return false;
  return markup`<details class="skipped"><summary>${formatCount(names.length, "action")} skipped</summary><p>${names.join(", ")}</p></details>`;
}
