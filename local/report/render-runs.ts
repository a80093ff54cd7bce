import { renderTable, type Cell, type Page } from "../../terminal";
import type { LocalRunReport } from "./local-run-report";
import type { ReportedAction, ReportedRun } from "./reported-run";
import { endOf, formatStatus } from "./run-texts";
import { formatCount, formatMilliseconds } from "./units";

/** From these widths on, there is room for a column of states, and for types and bars. */
const wide = { status: 80, bar: 110 };

/** Renders each run in a line: in columns where there is room for them. */
export function renderRunLines(page: Page, { runs }: LocalRunReport): readonly string[] {
  const { green, red } = page.colours;
  const rows = runs.map((run): readonly Cell[] => {
    const mark = run.status === "Succeeded" ? { text: "✔", paint: green } : { text: "✘", paint: red };
    const actions = formatCount(run.billableActions, "billable action");
    const columns = [run.workflow, formatStatus(run), formatMilliseconds(endOf(run)), actions];
    const [workflow = "", ...details] = columns;
    return page.width >= wide.status ? [mark, ...columns] : [mark, `${workflow}: ${details.join(", ")}`];
  });
  return rows.length === 0 ? [] : ["", ...renderTable(page, { rows, rightAligned: [3, 4] })];
}

/** Each run as a timeline: its actions with their status, when they started, how long they took, what was secured. */
export function renderRuns(page: Page, report: LocalRunReport): readonly string[] {
  return report.runs.flatMap((run) => ["", ...renderRun(page, run)]);
}

function renderRun(page: Page, run: ReportedRun): readonly string[] {
  const { colours } = page;
  const paint = run.status === "Succeeded" ? colours.green : colours.red;
  const title = `Run of ${run.workflow}: ${formatStatus(run)}`;
  const details = `${run.trigger} at ${run.startTime}, ${formatCount(run.billableActions, "billable action")}`;
  const bar = page.width >= wide.bar;
  const status = page.width >= wide.status;
  const rows = run.actions.map((action): readonly Cell[] => [
    renderMark(page, run, action),
    formatName(action, status ? "" : formatFailure(action)),
    ...(bar ? [{ text: action.type, paint: colours.dim }] : []),
    ...(status ? [{ text: formatStatus(action), paint: choosePaint(page, run, action) }] : []),
    `+${formatMilliseconds(action.offsetMilliseconds)}`,
    isSkipped(action) ? "" : formatMilliseconds(action.durationMilliseconds),
    ...(bar ? [{ draw: (width: number) => drawBar(run, action, width), paint: choosePaint(page, run, action) }] : []),
    action.secured === "no" ? { text: "no", paint: colours.dim } : bar ? action.secured : shortSecured[action.secured],
  ]);
  const head = [
    "",
    "action",
    ...(bar ? ["type"] : []),
    ...(status ? ["status"] : []),
    "start",
    "took",
    ...(bar ? [""] : []),
    "secured",
  ];
  const start = head.indexOf("start");
  return [
    ...renderTable(page, { rows: [[{ text: title, paint: (text) => colours.bold(paint(text)) }]], indent: 0 }),
    ...renderTable(page, { rows: [[{ text: details, paint: colours.dim }]] }),
    ...renderTable(page, { head, rows, rightAligned: [start, start + 1] }),
  ];
}

const shortSecured = { "inputs and outputs": "in + out", inputs: "in", outputs: "out" } as const;

function formatFailure(action: ReportedAction): string {
  return action.status === "Succeeded" || isSkipped(action) ? "" : `: ${formatStatus(action)}`;
}

function formatName(action: ReportedAction, failure: string): string {
  return `${action.name}${failure}${action.attempts > 1 ? `, ${formatCount(action.attempts, "attempt")}` : ""}`;
}

function isSkipped(action: ReportedAction): boolean {
  return action.status === "Skipped";
}

/** Marks an action; a failure that the run tolerated is a remark, not an error. */
function renderMark(page: Page, run: ReportedRun, action: ReportedAction): Cell {
  const failure = run.status === "Succeeded" ? "!" : "✘";
  const text = action.status === "Succeeded" ? "✔" : isSkipped(action) ? "–" : failure;
  return { text, paint: choosePaint(page, run, action) };
}

function choosePaint({ colours }: Page, run: ReportedRun, action: ReportedAction): (text: string) => string {
  if (action.status === "Succeeded") return colours.green;
  if (isSkipped(action)) return colours.dim;
  return run.status === "Succeeded" ? colours.yellow : colours.red;
}

/** Draws the time span of an action on the scale of its run. */
function drawBar(run: ReportedRun, action: ReportedAction, width: number): string {
  if (isSkipped(action)) return "·".repeat(width);
  const total = Math.max(1, endOf(run));
  const length = Math.min(width, Math.max(1, Math.round((action.durationMilliseconds / total) * width)));
  const start = Math.min(width - length, Math.floor((action.offsetMilliseconds / total) * width));
  return `${"·".repeat(start)}${"━".repeat(length)}${"·".repeat(width - start - length)}`;
}
