import { createPage, renderTable, type Appearance, type Cell, type Page } from "../../terminal";
import type { Finding } from "../rule/rule";
import { nameOfResource } from "./name-of-resource";
import type { FindingsOfRule, PolicyReport } from "./policy-report";
import { countLevel, describeScope, describeVerdict, worstFirst } from "./policy-report";

/**
 * Renders a report for a terminal, ending in a line break; its last line is the verdict.
 *
 * No line is wider than `width` columns, or than 60 where `width` is less: long texts wrap.
 */
export function renderText(report: PolicyReport, appearance: Appearance): string {
  const page = createPage(appearance);
  const lines = [
    ...worstFirst(report).flatMap((each) => [...renderRule(page, report, each), ""]),
    ...renderAccepted(page, report),
    ...renderVerdict(page, report),
  ];
  return `${lines.join("\n")}\n`;
}

function renderRule(page: Page, report: PolicyReport, { rule, level, findings }: FindingsOfRule): readonly string[] {
  const { bold, dim } = page.colours;
  return [
    ...renderTable(page, { rows: [[mark(page, level), { text: `${rule.id} (${level})`, paint: bold }]], indent: 0 }),
    ...renderTable(page, { rows: [[rule.sentence]] }),
    ...findings.flatMap((finding) => renderFinding(page, report, rule.remediation, finding)),
    ...renderTable(page, { rows: [[{ text: rule.reference, paint: dim }]] }),
  ];
}

function renderFinding(page: Page, report: PolicyReport, remediation: string, finding: Finding): readonly string[] {
  const { cyan, dim } = page.colours;
  const { name, type, source } = nameOfResource(finding, report);
  const place = [type, finding.path, source].filter((part) => part !== undefined && part !== "").join(", ");
  return [
    ...renderTable(page, {
      rows: [[{ text: name, paint: cyan }, ...(place === "" ? [] : [{ text: place, paint: dim }])]],
      indent: 4,
    }),
    ...renderTable(page, {
      rows: [
        [{ text: "found", paint: dim }, finding.message],
        [{ text: "do", paint: dim }, finding.remediation ?? remediation],
      ],
      indent: 6,
    }),
  ];
}

/** Notes for reviewers besides the findings. */
function renderAccepted(page: Page, report: PolicyReport): readonly string[] {
  const { dim } = page.colours;
  const rows = [
    ...report.exempted.map(({ rule, urn, exemption: { reason, expires, approvedBy } }): readonly Cell[] => [
      { text: "exempted", paint: dim },
      `${rule}: ${nameOfResource({ urn }, report).name}`,
      `${reason} (until ${expires}, ${approvedBy})`,
    ]),
    ...report.declaredReasons.map(({ rule, urn, reason }): readonly Cell[] => [
      { text: "declared", paint: dim },
      `${rule}: ${nameOfResource({ urn }, report).name}`,
      reason,
    ]),
  ];
  return rows.length === 0 ? [] : [...renderTable(page, { rows, indent: 0 }), ""];
}

function renderVerdict(page: Page, report: PolicyReport): readonly string[] {
  const failed = countLevel(report, "mandatory") > 0;
  const { bold, green, red } = page.colours;
  const text = `${failed ? "✘" : "✔"} Policy: ${describeVerdict(report)} (${describeScope(report)}).`;
  const paint = (line: string): string => bold((failed ? red : green)(line));
  return renderTable(page, { rows: [[{ text, paint }]], indent: 0 });
}

function mark({ colours }: Page, level: Finding["level"]): Cell {
  return level === "mandatory" ? { text: "✘", paint: colours.red } : { text: "!", paint: colours.yellow };
}
