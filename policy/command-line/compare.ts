import { asObject, isObject, type JsonObject } from "../../definition";
import type { PackConfiguration } from "../evaluation/evaluate-policies";
import { InputError, readEventLog, readState, readText } from "../inputs";
import { compareAccess, partyKinds, type Access } from "../graphs";
import { fingerprints, type Comparison, type JsonReport, type PolicyReport, type ReportSubject } from "../reports";
import type { Finding } from "../rule/rule";
import { catalogue, reportOn } from "./check";

const option = "--against";
const forms = "Give what pulumi stack export writes, an event log, or a report that was written with --format json.";

/** What is known of an earlier check. */
type Base = Pick<JsonReport, "subject" | "findings" | "access">;

/**
 * Compares a report with an earlier one of the same stack, template or project. Findings are matched by rule, resource
 * and path.
 *
 * @param file an exported stack, an event log or a report as JSON
 * @param configuration of the pack, by which an exported stack is evaluated
 * @returns a report on what was added
 * @throws InputError if the file cannot be read, or is of something else
 */
export async function compareWith(
  file: string,
  report: PolicyReport,
  configuration: PackConfiguration,
): Promise<PolicyReport> {
  const base = await readBase(file, configuration);
  if (base.subject.kind !== report.subject.kind || base.subject.name !== report.subject.name) {
    throw new InputError(
      option,
      file,
      `it is of ${describeSubject(base.subject)}, and what is checked is ${describeSubject(report.subject)}.`,
    );
  }
  const { added, ...comparison } = compare(base.findings, report);
  const access =
    base.access === undefined || report.access === undefined
      ? {}
      : { access: compareAccess(base.access, report.access) };
  return { ...report, findings: added, comparison: { base: file, ...comparison, ...access } };
}

/** Compares findings; those that a rule which is not evaluated any more once found are left out. */
function compare(
  before: readonly Finding[],
  { findings, rules }: PolicyReport,
): Omit<Comparison, "base"> & { readonly added: readonly Finding[] } {
  const earlier = byFingerprint(before);
  const now = byFingerprint(findings);
  const both = [...now].flatMap(([mark, after]) => {
    const found = earlier.get(mark);
    return found === undefined || isRaised(found, after) ? [] : [{ mark, before: found, after }];
  });
  const matched = new Set(both.map(({ mark }) => mark));
  const changed = both.filter((each) => each.before.message !== each.after.message);
  return {
    added: [...now].flatMap(([mark, finding]) => (matched.has(mark) ? [] : [finding])),
    removed: [...earlier].flatMap(([mark, finding]) =>
      now.has(mark) || !rules.some(({ id }) => id === finding.rule) ? [] : [finding],
    ),
    changed: changed.map((each) => ({ before: each.before, after: each.after })),
    unchanged: both.length - changed.length,
  };
}

/** A finding that only advised before is new where it is mandatory. */
function isRaised(before: Finding, after: Finding): boolean {
  return before.level !== "mandatory" && after.level === "mandatory";
}

function byFingerprint(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const marks = fingerprints(findings);
  return new Map(findings.map((finding, index) => [marks[index] ?? "", finding]));
}

async function readBase(file: string, configuration: PackConfiguration): Promise<Base> {
  const document = parse(await readText(option, file));
  if (document === undefined) return readEventLog(file, catalogue, option);
  if (isObject(document.deployment)) return reportOn(await readState(file, option), configuration);
  if ("removed" in document) {
    throw new InputError(option, file, `it compares two checks itself. Write it without --against. ${forms}`);
  }
  const { version, subject, findings, access } = document;
  if (version === 1 && isObject(subject) && Array.isArray(findings)) {
    return {
      subject: subject as unknown as ReportSubject,
      findings: (findings as unknown[]).map(readFinding),
      ...(Array.isArray(access) ? { access: (access as unknown[]).flatMap(readAccessEntry) } : {}),
    };
  }
  throw new InputError(option, file, `it is none of the files that can be compared with. ${forms}`);
}

/** @returns undefined for what is not one JSON document, as an event log */
function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function readFinding(given: unknown): Finding {
  const { rule, level, urn, path, message } = asObject(given);
  return {
    rule: String(rule),
    level: level === "mandatory" ? "mandatory" : "advisory",
    message: String(message),
    ...(typeof urn === "string" ? { urn } : {}),
    ...(typeof path === "string" ? { path } : {}),
  };
}

function readAccessEntry(given: unknown): readonly Access[] {
  const { from, to, rights } = asObject(given);
  return isObject(from) && isObject(to) && Array.isArray(rights)
    ? [{ from: readParty(from), to: readParty(to), rights: (rights as unknown[]).map(String) }]
    : [];
}

function readParty({ kind, name }: JsonObject): Access["from"] {
  return { kind: partyKinds.find((known) => known === kind) ?? "Resource", name: String(name) };
}

function describeSubject({ kind, name }: ReportSubject): string {
  return `the ${kind.replace("-", " ")} ${name}`;
}
