import type { Stack } from "../model";
import type { Finding } from "../rule/rule";

/** A stack that was read from files which Pulumi has no part in. */
export interface FrontDoor {
  readonly stack: Stack;
  /** What reading alone has found, at each rule's own level. */
  readonly findings: readonly Finding[];
  /** File and line of a finding. */
  locate(this: void, finding: Pick<Finding, "urn" | "path">): Finding["source"];
  /** Rules that the files do not suffice for. */
  readonly notJudged: readonly string[];
}
