import type { SettingsProblem } from "../fields/settings-problem";

/** Invalid settings; `message` lists every problem, one per line. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";

  constructor(readonly problems: readonly SettingsProblem[]) {
    const heading =
      problems.length === 1 ? "1 problem in the settings:" : `${problems.length} problems in the settings:`;
    super([heading, ...problems.map(({ path, message }) => `  ${path}: ${message}`)].join("\n"));
  }
}
