import { createPage, type Appearance, type Detail } from "../../terminal";
import type { LocalRunReport } from "./local-run-report";
import { renderConsumerCosts, renderConsumers } from "./render-consumers";
import { renderCosts } from "./render-costs";
import { renderDeployment, renderOutputs, renderResourceCounts } from "./render-deployment";
import { renderNextStep } from "./render-next-step";
import { renderPolicy, renderPolicyLines } from "./render-policy";
import { renderProofLines, renderProofs, renderVerdict } from "./render-proofs";
import { renderRunLines, renderRuns } from "./render-runs";
import { renderSecrets } from "./render-secrets";

export type { Check, LocalRunReport, Proof, ReportedWorkflow } from "./local-run-report";
export type { ReportedGrant } from "./reported-grant";
export type { ReportedAction, ReportedCaller, ReportedRun } from "./reported-run";
export { createProgress } from "./progress";

const blankLine = (): readonly string[] => [""];

const sections: Readonly<
  Record<Detail, readonly ((page: ReturnType<typeof createPage>, report: LocalRunReport) => readonly string[])[]>
> = {
  quiet: [renderVerdict],
  usual: [
    renderResourceCounts,
    renderRunLines,
    renderConsumers,
    renderProofLines,
    renderPolicyLines,
    blankLine,
    renderVerdict,
    renderNextStep,
  ],
  verbose: [
    renderDeployment,
    renderRuns,
    renderConsumers,
    renderCosts,
    renderConsumerCosts,
    renderSecrets,
    renderOutputs,
    renderProofs,
    renderPolicy,
    blankLine,
    renderVerdict,
  ],
};

/**
 * Renders a report as text, ending in a line break.
 *
 * On a terminal long texts wrap between words, and columns that only help the eye are left out of narrow tables.
 */
export function renderReport(report: LocalRunReport, appearance: Appearance, detail: Detail): string {
  const page = createPage(appearance);
  return `${sections[detail].flatMap((render) => render(page, report)).join("\n")}\n`;
}

/** A report as one JSON document, ending in a line break. */
export function toJson(report: LocalRunReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
