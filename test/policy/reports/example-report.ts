import type { PolicyReport } from "../../../policy/reports";
import type { Finding, RuleDescription } from "../../../policy/rule/rule";
import { noConfiguration } from "../../../policy/rule/rule";

export const urnOf = (type: string, name: string): string => `urn:pulumi:dev::shop::shop:access:Grant$${type}::${name}`;

const rule = (id: string, level: RuleDescription["level"]): RuleDescription => ({
  id,
  level,
  levelReason: `The reason for the level of ${id}.`,
  sentence: `The sentence of ${id}.`,
  fault: `The fault of ${id}.`,
  reason: `The reason of ${id}.`,
  remediation: `The remedy of ${id}.`,
  reference: `https://example.com/${id}`,
  configuration: noConfiguration,
});

export const exampleRules = [
  rule("no-alert", "advisory"),
  rule("too-much", "mandatory"),
  rule("silent", "mandatory"),
] as const;

export const relayGrant = urnOf("azure-native:keyvault/v20230701:AccessPolicy", "relay");

export const finding = (changes: Partial<Finding> = {}): Finding => ({
  rule: "too-much",
  level: "mandatory",
  urn: relayGrant,
  path: "policy.permissions.secrets",
  message: "Not used: delete.",
  ...changes,
});

/** A report with a mandatory finding, an advisory one on the stack, an exempted one and a declared reason. */
export function exampleReport(changes: Partial<PolicyReport> = {}): PolicyReport {
  return {
    subject: { kind: "stack", name: "shop/dev" },
    resources: 21,
    recognised: 18,
    unread: 1,
    undecided: 4,
    rules: exampleRules,
    findings: [
      { rule: "no-alert", level: "advisory", message: "Nobody hears of a failure.", remediation: "Add an alert." },
      finding(),
    ],
    exempted: [
      {
        ...finding({ urn: urnOf("azure-native:keyvault:AccessPolicy", "backup") }),
        exemption: { name: "backup", reason: "Moves in March", expires: "2027-03-31", approvedBy: "Ada" },
      },
    ],
    declaredReasons: [{ rule: "silent", urn: urnOf("azure-native:logic:Workflow", "relay"), reason: "Only a key." }],
    sources: new Map([[relayGrant, { file: "access/vault access.ts", line: 12 }]]),
    ...changes,
  };
}
