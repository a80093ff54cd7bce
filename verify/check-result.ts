/** Result of a check on one subject. */
export interface CheckResult {
  /** Name of the check, such as `grants`. */
  readonly check: string;
  /** Name of the checked workflow or secret. */
  readonly subject: string;
  /** Status; `noted` if the stack has no such subject. */
  readonly status: "passed" | "failed" | "noted";
  /** Observed state; never a secret. */
  readonly seen: string;
  /** Probable cause of a failure. */
  readonly cause?: string;
  /** Remedy for a failure. */
  readonly fix?: string;
}

/** The probable cause of a failure, and what to do about it. */
export interface Remedy {
  readonly cause: string;
  readonly fix: string;
}

type Finding = Pick<CheckResult, "check" | "subject" | "seen">;

export function passed(check: string, subject: string, seen: string): CheckResult {
  return { check, subject, status: "passed", seen };
}

export function noted(check: string, subject: string, seen: string): CheckResult {
  return { check, subject, status: "noted", seen };
}

export function failed({ check, subject, seen }: Finding, { cause, fix }: Remedy): CheckResult {
  return { check, subject, status: "failed", seen, cause, fix };
}
