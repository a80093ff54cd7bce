import type { StackModel } from "../model";

/** How a rule's findings count. */
export type Level = "mandatory" | "advisory" | "disabled";

/** Something that a rule found. It has no place for a value: no message ever holds one that could be secret. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  /** Absent: the stack as a whole. */
  readonly urn?: string;
  readonly message: string;
  /** Specific remediation. @default the rule's own */
  readonly remediation?: string;
  /** Of the property. */
  readonly path?: string;
  /** Number of places that it stands for. @default one */
  readonly count?: number;
  /** File and line, from 1, to change. @default where the program creates the resource */
  readonly source?: { readonly file: string; readonly line: number };
}

/** A place that a rule could not decide on, because its value is known only after deployment. */
export interface Undecided {
  readonly rule: string;
  readonly urn: string;
  readonly path: string;
}

/** A reason that the stack itself declares for what a rule would find otherwise; reports list it. */
export interface DeclaredReason {
  readonly rule: string;
  readonly urn: string;
  readonly reason: string;
}

/** Receives the findings of a rule, each with the path of the property to change or to add. */
export interface Report {
  finding(finding: Omit<Finding, "rule" | "level"> & { readonly path: string }): void;
  undecided(place: Omit<Undecided, "rule">): void;
  declaredReason(reason: Omit<DeclaredReason, "rule">): void;
}

/** Description of a rule in the catalogue. */
export interface RuleDescription<C extends object = object> {
  /** In kebab-case. */
  readonly id: string;
  /** The requirement, as the catalogue states it. */
  readonly sentence: string;
  /** What is wrong where the rule finds something: the title of its findings. */
  readonly fault: string;
  readonly level: Exclude<Level, "disabled">;
  /** Why the level is this one: what is arguable is advisory. */
  readonly levelReason: string;
  readonly reason: string;
  readonly remediation: string;
  /** A URL. */
  readonly reference: string;
  readonly configuration: {
    /** JSON schema of the rule's own configuration. */
    readonly schema: object;
    readonly defaults: C;
  };
}

/** One thing that a stack is checked for. */
export interface Rule<C extends object = object> extends RuleDescription<C> {
  evaluate(model: StackModel, configuration: C, report: Report): void;
}

/** Configuration of a rule that has no settings of its own. */
export const noConfiguration = {
  schema: { type: "object", properties: {}, additionalProperties: false },
  defaults: {},
} as const;
