import type { Access } from "../graphs";
import type { Finding } from "../rule/rule";
import type { Coverage, PolicyReport, ReportSubject } from "./policy-report";

/** A report as JSON; `version` changes where its shape does. */
export interface JsonReport extends Coverage {
  readonly version: 1;
  readonly subject: ReportSubject;
  /** IDs of the rules that were evaluated. */
  readonly rules: readonly string[];
  readonly findings: readonly Finding[];
  /** With `--against`: the findings that the change removed; `findings` are those that it added. */
  readonly removed?: readonly Finding[];
  /** Who may do what: rights of identities and Logic Apps on secrets, messages and each other. */
  readonly access?: readonly Access[];
}

/** Renders a report as one JSON document, ending in a line break. */
export function toJson(report: PolicyReport): string {
  const { subject, resources, recognised, unread, undecided, rules, findings, comparison, access } = report;
  const document: JsonReport = {
    version: 1,
    subject,
    ...{ resources, recognised, unread, undecided },
    rules: rules.map(({ id }) => id),
    findings,
    ...(comparison === undefined ? {} : { removed: comparison.removed }),
    ...(access === undefined ? {} : { access }),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
