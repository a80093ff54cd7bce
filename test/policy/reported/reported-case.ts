import assert from "node:assert/strict";
import { it } from "mocha";
import { evaluatePolicies } from "../../../policy/evaluation/evaluate-policies";
import type { Stack } from "../../../policy/model";

/** Kinds of reports: what a stack is about, and where in it. */
export type Kind =
  | "alert"
  | "audience"
  | "callback"
  | "case"
  | "connection"
  | "connector"
  | "connector-msi"
  | "covert"
  | "cross-stack"
  | "cross-workflow"
  | "dead-code"
  | "exfil"
  | "expr"
  | "flow"
  | "flow-back"
  | "flow-source"
  | "guard"
  | "https"
  | "literal"
  | "message"
  | "needs"
  | "output"
  | "param"
  | "param-name"
  | "path"
  | "place"
  | "principal"
  | "random"
  | "read-name"
  | "robust"
  | "role"
  | "role-builtin"
  | "role-custom"
  | "scope"
  | "script"
  | "sink"
  | "source"
  | "trigger"
  | "type"
  | "vault";

/** A stack built after a public report. A stack without one is a `StackCase` of `test/policy/stacks`. */
export interface ReportedCase {
  /** Unique among all cases, in kebab-case. */
  readonly id: string;
  /** What the report shows and the stack repeats. */
  readonly what: string;
  /** The report: a vendor's document, a thread, a post, or a file of a public repository at a commit. */
  readonly source: Address;
  /** Rules that find something, exactly; none for a sound stack. */
  readonly rules: readonly string[];
  /** Whether advisory rules count too, apart from `undecided-places`. @default false */
  readonly advisory?: boolean;
  readonly stack: Stack;
}

/** Cases of some kinds. */
export type CasesByKind = Readonly<Partial<Record<Kind, readonly ReportedCase[]>>>;

export type Address = `https://${string}`;

/** Declares a test for each case. */
export function testReported(cases: readonly ReportedCase[]): void {
  for (const reported of cases) {
    const verdict = reported.rules.length === 0 ? "keep silent" : reported.rules.join(", ");
    it(`${reported.id}, ${verdict}: ${reported.what}`, () => {
      assert.deepEqual(foundRules(reported), [...reported.rules].sort());
    });
  }
}

function foundRules({ stack, advisory = false }: ReportedCase): readonly string[] {
  const counted = evaluatePolicies(stack).findings.filter(
    ({ level, rule }) => level === "mandatory" || (advisory && rule !== "undecided-places"),
  );
  return [...new Set(counted.map(({ rule }) => rule))].sort();
}
