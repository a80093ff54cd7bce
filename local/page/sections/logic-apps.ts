import type { LocalRunReport, ReportedRun, ReportedWorkflow } from "../../report";
import { formatStatus } from "../../report/run-texts";
import { formatCount, formatMilliseconds } from "../../report/units";
import { joined, markup, type Content, type Markup } from "../markup";
import { renderGraph } from "./graph";
import { renderMark, toneOf } from "../marks";
import { renderTable } from "../table";
import { placeOnTimeline } from "../timeline/timeline-rows";
import { renderTimeline } from "../timeline/render-timeline";

const roles: Readonly<Record<ReportedWorkflow["role"], string>> = {
  refresh: "keeps a token fresh",
  relay: "writes secrets for the connector",
  consumer: "takes messages into Salesforce",
};

/** The anchor of a Logic App in the page. */
export function logicAppId(index: number): string {
  return `logic-app-${index + 1}`;
}

/** Renders an overview of the Logic Apps, and each with its runs. */
export function renderLogicApps(report: LocalRunReport): Markup {
  const { workflows } = report;
  return markup`${renderOverview(report)} ${workflows.map((workflow, index) => renderLogicApp(workflow, logicAppId(index), report))}`;
}

function renderOverview({ workflows, runs }: LocalRunReport): Markup {
  const rows = workflows.map((workflow, index): readonly Content[] => {
    const own = runs.filter((run) => run.workflow === workflow.name);
    const last = own.at(-1);
    return [
      markup`<a href="#${logicAppId(index)}">${workflow.name}</a>`,
      roles[workflow.role],
      last === undefined ? renderMark("skipped", "Did not run") : renderMark(toneOf(last), formatStatus(last)),
      formatCount(own.length, "run"),
      last === undefined ? "" : formatMilliseconds(placeOnTimeline(last, runs).totalMilliseconds),
      own.reduce((sum, { billableActions }) => sum + billableActions, 0),
    ];
  });
  const columns = [
    { name: "Logic App" },
    { name: "What it does" },
    { name: "Last run" },
    { name: "Runs", isNumber: true },
    { name: "Took", isNumber: true },
    { name: "Billable actions", isNumber: true },
  ];
  return renderTable({
    caption: "Every Logic App of the stack, and how its last run ended",
    columns,
    groups: [{ rows }],
  });
}

function renderLogicApp(workflow: ReportedWorkflow, id: string, report: LocalRunReport): Markup {
  const { name, role, principalId } = workflow;
  const { runs, renewals, workflows } = report;
  const last = runs.filter((run) => run.workflow === name).at(-1);
  const linkTo = (workflow: string): Content => {
    const index = workflows.findIndex((each) => each.name === workflow);
    return index < 0 ? workflow : markup`<a href="#${logicAppId(index)}">${workflow}</a>`;
  };
  return markup`<article id="${id}" aria-labelledby="${id}-heading"><h3 id="${id}-heading">${name}</h3><p>This Logic App ${roles[role]}. Its identity is <code>${principalId}</code>.</p><div class="beside">${renderGraph(workflow, last)}<div>${renderRuns("Run", name, runs, linkTo)} ${renderRuns("When Salesforce had ended the session", name, renewals, linkTo)}</div></div></article>`;
}

/** Renders the runs of a Logic App that nobody called; those that others called are below their callers. */
function renderRuns(
  title: string,
  workflow: string,
  runs: readonly ReportedRun[],
  linkTo: (workflow: string) => Content,
): Markup | false {
  const own = runs.filter((run) => run.workflow === workflow);
  if (own.length === 0) return false;
  const byId = new Map(runs.map((run) => [run.id, run]));
  const outermost = own.filter(({ caller }) => caller === undefined || !byId.has(caller.runId));
  const called = own.filter((run) => !outermost.includes(run));
  const callers = [...new Set(called.map(({ caller }) => byId.get(caller?.runId ?? "")?.workflow ?? ""))];
  return markup`<h4>${title}</h4>${outermost.map((run) => renderTimeline(run, runs))} ${called.length > 0 && markup`<p>${formatCount(called.length, "run")} started by ${joined(callers.map(linkTo), ", ")}, and shown there.</p>`}`;
}
