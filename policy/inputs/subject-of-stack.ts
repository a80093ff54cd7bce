import type { ReportSubject } from "../reports";

/** The stack that resources belong to, by the first URN of Pulumi: `urn:pulumi:<stack>::<project>::…` */
export function subjectOfStack(urns: readonly string[]): ReportSubject {
  const [, stack = "", project = ""] = urns.map((urn) => /^urn:pulumi:(.+?)::(.+?)::/.exec(urn)).find(Boolean) ?? [];
  return { kind: "stack", name: `${project}/${stack}` };
}
