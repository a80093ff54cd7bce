import type { Finding } from "../rule/rule";
import { codeSpan, escapeText } from "./escape-markdown";
import { nameOfResource } from "./name-of-resource";
import type { FindingsOfRule, PolicyReport } from "./policy-report";
import { countLevel, describeScope, describeVerdict, worstFirst } from "./policy-report";

/** GitHub takes 65,536 characters. */
const limit = 60_000;
const roomForTheRest = 300;

/** A piece that is shown whole or not at all. */
interface Piece {
  readonly text: string;
  /** Shown only before another one that follows it. */
  readonly isHeading?: boolean;
  /** Label of the count when the list is truncated. */
  readonly counts?: string;
}

/** Renders a report as a comment on a pull request, worst first; under 60,000 characters, whatever the stack. */
export function renderMarkdown(report: PolicyReport): string {
  const failed = countLevel(report, "mandatory") > 0;
  const title = `## ${failed ? "❌" : "✅"} Policy: ${describeVerdict(report)}\n\nLooked at: ${describeScope(report)}.\n`;
  const pieces = [
    ...worstFirst(report).flatMap((each) => piecesOfRule(report, each)),
    ...acceptedPieces(report, "Exempted", report.exempted, ({ exemption: { reason, expires, approvedBy } }) =>
      escapeText(`${reason} (until ${expires}, approved by ${approvedBy})`),
    ),
    ...acceptedPieces(report, "Reasons that the stack declares", report.declaredReasons, ({ reason }) =>
      escapeText(reason),
    ),
  ];
  return title + fit(pieces, limit - roomForTheRest - title.length);
}

function piecesOfRule(report: PolicyReport, { rule, level, findings }: FindingsOfRule): readonly Piece[] {
  const heading = `\n### ${level === "mandatory" ? "❌" : "⚠️"} ${rule.id} (${level})\n`;
  const why = `\n${escapeText(rule.sentence)} ${escapeText(rule.reason)} [More](${rule.reference})\n\n`;
  return [
    { text: heading + why, isHeading: true },
    ...findings.map((finding) => ({
      text: renderFinding(report, rule.remediation, finding),
      counts: `${level} findings`,
    })),
  ];
}

function renderFinding(report: PolicyReport, remediation: string, finding: Finding): string {
  const path = finding.path === undefined ? "" : `, ${codeSpan(finding.path)}`;
  return (
    `- ${describeResource(report, finding.urn)}${path}: ${escapeText(finding.message)}\n` +
    `  **Do:** ${escapeText(finding.remediation ?? remediation)}\n`
  );
}

function describeResource(report: PolicyReport, urn: string | undefined): string {
  const { name, type, source } = nameOfResource(urn, report);
  const details = [type, source].filter((part) => part !== "").map(codeSpan);
  return `**${urn === undefined ? name : codeSpan(name)}**${details.length === 0 ? "" : ` (${details.join(", ")})`}`;
}

function acceptedPieces<Accepted extends { readonly rule: string; readonly urn?: string }>(
  report: PolicyReport,
  title: string,
  accepted: readonly Accepted[],
  why: (each: Accepted) => string,
): readonly Piece[] {
  if (accepted.length === 0) return [];
  return [
    { text: `\n### ${title}\n\n`, isHeading: true },
    ...accepted.map((each) => ({
      text: `- ${each.rule}, ${describeResource(report, each.urn)}: ${why(each)}\n`,
      counts: title.toLowerCase(),
    })),
  ];
}

/** As many pieces as there is room for, from the first; then what was left out. */
function fit(pieces: readonly Piece[], room: number): string {
  let text = "";
  let heading = "";
  let isFull = false;
  const leftOut = new Map<string, number>();
  for (const { text: piece, isHeading = false, counts = "" } of pieces) {
    if (isHeading) {
      heading = piece;
      continue;
    }
    isFull ||= text.length + heading.length + piece.length > room;
    if (isFull) {
      leftOut.set(counts, (leftOut.get(counts) ?? 0) + 1);
      continue;
    }
    text += heading + piece;
    heading = "";
  }
  if (leftOut.size === 0) return text;
  const counts = [...leftOut].map(([what, count]) => `${count} ${what}`).join(", ");
  return `${text}\n**Left out for want of room:** ${counts}. The formats \`text\` and \`sarif\` have them all.\n`;
}
