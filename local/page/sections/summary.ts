import type { LocalRunReport } from "../../report";
import { describeVerdict } from "../../report/describe-verdict";
import { formatCount } from "../../report/units";
import { markup, type Markup } from "../markup";
import { renderMark } from "../marks";
import { proofId } from "./proofs";

/** Renders whether everything held, which proofs failed, and the run in figures. */
export function renderSummary(report: LocalRunReport): Markup {
  const { held, proofs, policy, resources, workflows, runs, secrets } = report;
  const failed = proofs.flatMap((proof, index) => (proof.held && proof.control.held ? [] : [{ proof, index }]));
  const mandatory = policy.findings.filter(({ level }) => level === "mandatory").length;
  const figures: readonly (readonly [string, string])[] = [
    ["Proofs that held", `${proofs.length - failed.length} of ${proofs.length}`],
    ["Mandatory findings", String(mandatory)],
    ["Advisory findings", String(policy.findings.length - mandatory)],
    ["Logic Apps", String(workflows.length)],
    ["Runs", String(runs.length)],
    ["Secrets", String(secrets.length)],
    ["Azure resources", String(resources.length)],
    ["Took", `${report.seconds.toFixed(1)} s, ${Math.round(report.peakMemoryMegabytes)} MB`],
  ];
  return markup`<p class="verdict ${held ? "good" : "bad"}">${renderMark(held ? "good" : "bad", `${describeVerdict(report)}.`)}</p>${
    failed.length > 0 &&
    markup`<ul>${failed.map(({ proof, index }) => markup`<li><a href="#${proofId(index)}">${proof.claim}</a>: ${describeFailure(proof)}</li>`)}</ul>`
  }<dl class="figures">${figures.map(
    ([term, value]) => markup`<div><dt>${term}</dt><dd>${value}</dd></div>`,
  )}</dl><p class="quiet">Deployed and run on an emulator of Azure, on one machine: ${formatCount(runs.length, "run")} of the unmodified program, and what it does not prove is in docs/emulator/README.md.</p>`;
}

function describeFailure({ held, seen, control }: LocalRunReport["proofs"][number]): string {
  return held ? `its control saw: ${control.seen}` : seen;
}
