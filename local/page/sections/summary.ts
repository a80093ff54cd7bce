import type { LocalRunReport } from "../../report";
import { describeVerdict } from "../../report/describe-verdict";
import { markup, type Markup } from "../markup";
import { renderMark } from "../marks";
import { proofId } from "./proofs";

/** Renders whether everything held. */
export function renderVerdict(report: LocalRunReport): Markup {
  const tone = report.held ? "good" : "bad";
  return markup`<p class="verdict ${tone}">${renderMark(tone, `${describeVerdict(report)}.`)}</p>`;
}

/** Renders which proofs failed, and the run in figures. */
export function renderSummary(report: LocalRunReport): Markup {
  const { proofs, policy, resources, workflows, runs, secrets } = report;
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
    ["Time", `${report.seconds.toFixed(1)} s`],
    ["Memory", `${Math.round(report.peakMemoryMegabytes)} MB`],
  ];
  return markup`${
    failed.length > 0 &&
    markup`<ul>${failed.map(({ proof, index }) => markup`<li><a href="#${proofId(index)}">${proof.claim}</a>: ${describeFailure(proof)}</li>`)}</ul>`
  }<dl class="figures">${figures.map(
    ([term, value]) => markup`<div><dt>${term}</dt><dd>${value}</dd></div>`,
  )}</dl><p class="quiet">The unmodified program, deployed to an emulator of Azure on one machine. docs/emulator/README.md has what that does not prove.</p>`;
}

function describeFailure({ held, seen, control }: LocalRunReport["proofs"][number]): string {
  return held ? `its control saw: ${control.seen}` : seen;
}
