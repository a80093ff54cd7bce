import builder, { type TestCase, type TestSuite } from "junit-report-builder";
import type { Finding } from "../rule/rule";
import { nameOfResource } from "./name-of-resource";
import type { PolicyReport } from "./policy-report";

/**
 * A report in JUnit's XML, ending in a line break: a suite for each rule. A mandatory finding is a failure; an advisory
 * or exempted one is skipped, since JUnit knows no warnings, with its message in the test's output.
 */
export function toJunit(report: PolicyReport): string {
  const junit = builder.newBuilder().name("policy");
  for (const { id, sentence, remediation } of report.rules) {
    const suite = junit.testSuite().name(id);
    const findings = report.findings.filter(({ rule }) => rule === id);
    const exempted = report.exempted.filter(({ rule }) => rule === id);
    for (const finding of findings) {
      const { source } = nameOfResource(finding, report);
      const test = testOf(report, suite, finding);
      const place = source === "" ? "" : `${source}: `;
      const text = legible(`${place}${finding.message} ${finding.remediation ?? remediation}`);
      if (finding.level === "mandatory") test.failure(text, "mandatory");
      else test.skipped().standardOutput(text);
    }
    for (const finding of exempted) {
      const { reason, expires, approvedBy } = finding.exemption;
      const why = `Exempted: ${reason} (until ${expires}, ${approvedBy}).`;
      testOf(report, suite, finding).skipped().standardOutput(legible(why));
    }
    if (findings.length + exempted.length === 0) suite.testCase().className(id).name(sentence);
  }
  return `${junit.build()}\n`;
}

/** A test with the file of the resource, where it is known; JUnit has no attribute for a line. */
function testOf(report: PolicyReport, suite: TestSuite, finding: Finding): TestCase {
  const test = suite.testCase().className(finding.rule).name(nameOf(report, finding));
  const position = finding.source ?? (finding.urn === undefined ? undefined : report.sources.get(finding.urn));
  return position === undefined ? test : test.file(legible(position.file));
}

function nameOf(report: PolicyReport, { urn, path }: Finding): string {
  const { name } = nameOfResource({ urn }, report);
  return legible(path === undefined ? name : `${name}: ${path}`);
}

/** XML 1.0 has no place for these, escaped or not: https://www.w3.org/TR/xml/#charsets */
function legible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ");
}
