import { createPage, type Appearance } from "../../terminal";
import type { LocalRunReport } from "./local-run-report";
import { renderCosts } from "./render-costs";
import { renderDeployment, renderOutputs } from "./render-deployment";
import { renderPolicy } from "./render-policy";
import { renderProofs, renderVerdict } from "./render-proofs";
import { renderRuns } from "./render-runs";
import { renderSecrets } from "./render-secrets";

export type { Check, LocalRunReport, Proof, ReportedAction, ReportedRun } from "./local-run-report";
export { createProgress } from "./progress";

/**
 * Renders a report for a terminal, ending in a line break. Its last line is the verdict.
 *
 * No line is wider than `width` columns, or than 60 where `width` is less: long texts wrap, and columns that only
 * help the eye are left out of narrow tables.
 */
export function renderReport(report: LocalRunReport, appearance: Appearance): string {
  const page = createPage(appearance);
  const sections = [
    renderDeployment,
    renderRuns,
    renderCosts,
    renderSecrets,
    renderOutputs,
    renderProofs,
    renderPolicy,
    renderVerdict,
  ];
  return `${sections.flatMap((render) => render(page, report)).join("\n")}\n`;
}

/** A report as one JSON document, ending in a line break. */
export function toJson(report: LocalRunReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
