import { createColors } from "picocolors";
import type { LocalRunReport } from "./local-run-report";
import type { Page } from "./page";
import { renderCosts } from "./render-costs";
import { renderDeployment, renderOutputs } from "./render-deployment";
import { renderPolicy } from "./render-policy";
import { renderProofs, renderVerdict } from "./render-proofs";
import { renderRuns } from "./render-runs";
import { renderSecrets } from "./render-secrets";

export type { Check, LocalRunReport, Proof, ReportedAction, ReportedRun } from "./local-run-report";
export { renderTable, type Cell, type Page } from "./page";
export { createProgress } from "./progress";

const narrowest = 60;

/**
 * Renders a report for a terminal, ending in a line break. Its last line says whether all proofs held and the policy pack passes.
 *
 * No line is wider than `width` columns, or than 60 where `width` is less: long texts wrap, and columns that only
 * help the eye are left out of narrow tables.
 */
export function renderReport(
  report: LocalRunReport,
  options: { readonly width: number; readonly colour: boolean },
): string {
  const page: Page = { width: Math.max(narrowest, options.width), colours: createColors(options.colour) };
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
