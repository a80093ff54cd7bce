import { createPage, renderTable, type Appearance, type Cell, type Detail, type Page } from "../../terminal";
import type { Finding } from "../rule/rule";
import { nameOfResource } from "./name-of-resource";
import type { FindingsOfRule, PolicyReport } from "./policy-report";
import { describeScope, describeVerdict, passes, worstFirst } from "./policy-report";

/**
 * Renders a report as text, ending in a line break; its last line is the verdict. Advisory findings are listed by rule,
 * in full with `verbose`.
 *
 * On a terminal, long texts wrap between words.
 */
export function renderText(report: PolicyReport, appearance: Appearance, detail: Detail): string {
  const page = createPage(appearance);
  const verdict = renderVerdict(page, report);
  if (detail === "quiet") return `${verdict.join("\n")}\n`;
  const sections = [
    ...worstFirst(report).map((each) =>
      detail === "verbose" || each.level === "mandatory"
        ? renderRule(page, report, each)
        : renderRuleInShort(page, report, each),
    ),
    ...renderComparison(page, report),
    renderAccepted(page, report),
  ].filter((lines) => lines.length > 0);
  const isShort = detail === "usual" && report.findings.some(({ level }) => level === "advisory");
  const hint = isShort ? ["--verbose shows each advisory finding with its place and fix."] : [];
  return `${[...sections.flatMap((lines) => [...lines, ""]), ...hint, ...verdict].join("\n")}\n`;
}

function renderRule(page: Page, report: PolicyReport, { rule, level, findings }: FindingsOfRule): readonly string[] {
  return [
    ...renderTitle(page, report, level, `${rule.id} (${level})`),
    ...renderTable(page, { rows: [[rule.fault]] }),
    ...findings.flatMap((finding) => renderFinding(page, report, rule.remediation, finding)),
    ...renderTable(page, { rows: [[{ text: rule.reference, paint: page.colours.dim }]] }),
  ];
}

function renderRuleInShort(
  page: Page,
  report: PolicyReport,
  { rule, level, findings }: FindingsOfRule,
): readonly string[] {
  const names = [...new Set(findings.map(({ urn }) => nameOfResource({ urn }, report).name))];
  const counted = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  return [
    ...renderTitle(page, report, level, `${rule.id} (${level}, ${counted})`),
    ...renderTable(page, { rows: [[rule.fault]] }),
    ...renderTable(page, { rows: [[{ text: names.join(", "), paint: page.colours.cyan }]], indent: 4 }),
  ];
}

function renderTitle(page: Page, report: PolicyReport, level: Finding["level"], title: string): readonly string[] {
  const added = report.comparison === undefined ? "" : "added: ";
  return renderTable(page, {
    rows: [[mark(page, level), { text: added + title, paint: page.colours.bold }]],
    indent: 0,
  });
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

/** What the change removed, and what it says otherwise of the same place. */
function renderComparison(page: Page, report: PolicyReport): readonly (readonly string[])[] {
  const { comparison } = report;
  if (comparison === undefined) return [];
  const { green, yellow } = page.colours;
  const where = (finding: Finding): string => {
    const { name } = nameOfResource(finding, report);
    return [name, finding.path].filter((part) => part !== undefined).join(", ");
  };
  const removed = comparison.removed.map((finding): readonly Cell[] => [
    { text: "removed", paint: green },
    `${finding.rule} (${finding.level})`,
    where(finding),
  ]);
  const changed = comparison.changed.flatMap(({ before, after }): readonly (readonly Cell[])[] => [
    [{ text: "changed", paint: yellow }, `${after.rule} (${after.level})`, where(after)],
    ["", "before", before.message],
    ["", "now", after.message],
  ]);
  return [renderTable(page, { rows: removed, indent: 0 }), renderTable(page, { rows: changed, indent: 0 })];
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
  return renderTable(page, { rows, indent: 0 });
}

function renderVerdict(page: Page, report: PolicyReport): readonly string[] {
  const isFine = passes(report);
  const { bold, green, red } = page.colours;
  const text = `${isFine ? "✔" : "✘"} Policy: ${describeVerdict(report)} (${describeScope(report)}).`;
  const paint = (line: string): string => bold((isFine ? green : red)(line));
  return renderTable(page, { rows: [[{ text, paint }]], indent: 0 });
}

function mark({ colours }: Page, level: Finding["level"]): Cell {
  return level === "mandatory" ? { text: "✘", paint: colours.red } : { text: "!", paint: colours.yellow };
}
