/** What a check found out about one thing. */
export interface CheckResult {
  /** What was checked, such as `grants`. */
  readonly check: string;
  /** What it was checked on: a workflow's name, a secret's. */
  readonly subject: string;
  /** `noted`: nothing there to check. */
  readonly status: "passed" | "failed" | "noted";
  /** What was seen; never a secret. */
  readonly seen: string;
  /** Of a failure: what it probably comes from. */
  readonly cause?: string;
  /** Of a failure: what to do. */
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
