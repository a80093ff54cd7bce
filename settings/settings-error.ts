/** One thing that is wrong in the settings. */
export interface SettingsProblem {
  /** In the user's terms: `tokens[0].intervalMinutes`. */
  readonly path: string;
  /** What was seen (never a value that may be secret), what is allowed, and the fix. */
  readonly message: string;
}

/** The settings cannot be used; `message` lists every problem, one a line. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";

  constructor(readonly problems: readonly SettingsProblem[]) {
    const heading =
      problems.length === 1 ? "1 problem in the settings:" : `${problems.length} problems in the settings:`;
    super([heading, ...problems.map(({ path, message }) => `  ${path}: ${message}`)].join("\n"));
  }
}
