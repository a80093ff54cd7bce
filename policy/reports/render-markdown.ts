import type { MermaidSite } from "../../pictures/mermaid";
import type { Finding } from "../rule/rule";
import { codeSpan, escapeText } from "./escape-markdown";
import { capGroups, type LineGroup, renderGroups } from "./limit-lines";
import { nameOfResource } from "./name-of-resource";
import { renderGraph } from "./render-graph";
import type { FindingsOfRule, PolicyReport } from "./policy-report";
import { describeScope, describeVerdict, passes, worstFirst } from "./policy-report";

/**
 * Characters that GitHub takes in the description of a pull request; in a comment it takes as many bytes times four.
 *
 * https://github.com/dead-claudia/github-limits#pr-body
 */
const maximumCharacters = 65_536;

/** Lines that a reviewer reads without scrolling much. More only if more rules than that find something. */
const usualLines = 60;

const icons = { mandatory: "❌", advisory: "⚠️", disabled: "" } as const;

/**
 * Renders a report as a comment on a pull request: the verdict, how much each rule found, and each finding in a line,
 * worst first; then a graph of what changes, or of who may do what. What has no room is counted, never left out in silence.
 *
 * @param site that is to draw the graph; @default none
 */
export function renderMarkdown(report: PolicyReport, site?: MermaidSite): string {
  const graph = site === undefined ? "" : renderGraph(report, site);
  const ofRules = worstFirst(report);
  const head =
    `## ${passes(report) ? "✅" : "❌"} Policy: ${describeVerdict(report)}\n\nScope: ${describeScope(report)}.\n` +
    renderTable(ofRules);
  const groups = [
    ...ofRules.map((each): LineGroup => linesOfRule(report, each)),
    acceptedLines(report, "Removed", report.comparison?.removed ?? [], ({ path = "" }) => codeSpan(path)),
    acceptedLines(
      report,
      "Changed",
      (report.comparison?.changed ?? []).map(({ before, after }) => ({ ...after, before })),
      ({ message, before }) => `${escapeText(before.message)} → ${escapeText(message)}`,
    ),
    acceptedLines(report, "Exempted", report.exempted, ({ exemption: { reason, expires, approvedBy } }) =>
      escapeText(`${reason} (until ${expires}, approved by ${approvedBy})`),
    ),
    acceptedLines(report, "Reasons that the stack declares", report.declaredReasons, ({ reason }) =>
      escapeText(reason),
    ),
  ].filter(({ lines }) => lines.length > 0);
  const capped = capGroups(groups, usualLines - (head.split("\n").length - 1));
  return head + renderGroups(capped, maximumCharacters - head.length - graph.length) + graph;
}

function renderTable(ofRules: readonly FindingsOfRule[]): string {
  if (ofRules.length === 0) return "";
  const rows = ofRules.map(
    ({ rule, level, findings }) =>
      `| [${rule.id}](${rule.reference}) | ${icons[level]} ${level} | ${findings.length} | ${escapeText(rule.remediation)} |\n`,
  );
  return `\n| Rule | Level | Findings | How to fix |\n| --- | --- | --- | --- |\n${rows.join("")}`;
}

function linesOfRule(report: PolicyReport, { rule, level, findings }: FindingsOfRule): LineGroup {
  return {
    heading: "\n",
    name: `${icons[level]} **${rule.id}**`,
    isUrgent: level === "mandatory",
    lines: findings.map((finding) => `- ${icons[level]} **${rule.id}**, ${renderFinding(report, finding)}\n`),
  };
}

function renderFinding(report: PolicyReport, { urn, path, message, remediation, source }: Finding): string {
  const place = path === undefined ? "" : `, ${codeSpan(path)}`;
  const fix = remediation === undefined ? "" : ` **Fix:** ${escapeText(remediation)}`;
  return `${describeResource(report, { urn, source })}${place}: ${escapeText(message)}${fix}`;
}

function describeResource(report: PolicyReport, finding: Parameters<typeof nameOfResource>[0]): string {
  const { name, type, source } = nameOfResource(finding, report);
  const details = [type, source].filter((part) => part !== "").map(codeSpan);
  return `${finding.urn === undefined ? name : codeSpan(name)}${details.length === 0 ? "" : ` (${details.join(", ")})`}`;
}

function acceptedLines<Accepted extends { readonly rule: string; readonly urn?: string }>(
  report: PolicyReport,
  title: string,
  accepted: readonly Accepted[],
  why: (each: Accepted) => string,
): LineGroup {
  return {
    heading: `\n### ${title}\n\n`,
    name: title,
    isUrgent: false,
    lines: accepted.map((each) => `- ${each.rule}, ${describeResource(report, each)}: ${why(each)}\n`),
  };
}
