/** One problem with the settings. */
export interface SettingsProblem {
  /** Path as in the stack file: `tokens[0].intervalMinutes`. */
  readonly path: string;
  /** What was found (never a value that may be secret), what is expected, and the fix. */
  readonly message: string;
}
