/** Result of one check. */
export interface Checked {
  readonly check: string;
  /** What was looked at, in a few words. */
  readonly summary: string;
  /** What prevents a release; empty if nothing does. */
  readonly problems: readonly string[];
}
