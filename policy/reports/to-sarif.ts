import type { ExemptedFinding } from "../rule/exemption";
import { name, version } from "../package.json";
import type { Finding, RuleDescription } from "../rule/rule";
import { fingerprints } from "./fingerprints";
import { nameOfResource } from "./name-of-resource";
import type { PolicyReport } from "./policy-report";
import { worstFirst } from "./policy-report";

const levels = { mandatory: "error", advisory: "warning", disabled: "none" } as const;

/** The project's own file, for what has no place in the program: GitHub shows nothing that has no file. */
const projectFile = "Pulumi.yaml";

/**
 * A report in the Static Analysis Results Interchange Format 2.1.0, ending in a line break.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function toSarif(report: PolicyReport): string {
  const findings = [...worstFirst(report).flatMap((each) => each.findings), ...report.exempted];
  const marks = fingerprints(findings);
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name, version, rules: report.rules.map(describeRule) },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding, index) => resultOf(report, finding, marks[index] ?? "")),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function describeRule({ id, fault, reason, remediation, reference, level }: RuleDescription): object {
  return {
    id,
    shortDescription: { text: fault },
    fullDescription: { text: reason },
    help: { text: remediation },
    helpUri: reference,
    defaultConfiguration: { level: levels[level] },
    properties: { tags: ["security"] },
  };
}

function resultOf(report: PolicyReport, finding: Finding | ExemptedFinding, fingerprint: string): object {
  const { rule, level, path, message, remediation } = finding;
  const described = report.rules.findIndex(({ id }) => id === rule);
  const resource = nameOfResource(finding, report);
  const advice = remediation ?? report.rules[described]?.remediation;
  return {
    ruleId: rule,
    ...(described === -1 ? {} : { ruleIndex: described }),
    level: levels[level],
    message: {
      text: `${resource.name}${resource.type === "" ? "" : ` (${resource.type})`}${path === undefined ? "" : `, ${path}`}: ${message}${advice === undefined ? "" : ` ${advice}`}`,
    },
    locations: [locationOf(report, finding)],
    partialFingerprints: { "ruleResourceProperty/v1": fingerprint },
    ...("exemption" in finding
      ? {
          suppressions: [
            {
              kind: "external",
              status: "accepted",
              justification: `${finding.exemption.reason} (until ${finding.exemption.expires}, ${finding.exemption.approvedBy})`,
            },
          ],
        }
      : {}),
  };
}

function locationOf(report: PolicyReport, { urn, path, source }: Finding): object {
  const position = source ?? (urn === undefined ? undefined : report.sources.get(urn));
  const file = position?.file ?? projectFile;
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" },
      ...(position === undefined ? {} : { region: { startLine: position.line } }),
    },
    ...(urn === undefined
      ? {}
      : {
          logicalLocations: [
            {
              name: nameOfResource({ urn }, report).name,
              fullyQualifiedName: path === undefined ? urn : `${urn}#${path}`,
              kind: "resource",
            },
          ],
        }),
  };
}
