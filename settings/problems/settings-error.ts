import type { SettingsProblem } from "../fields/settings-problem";

/** Invalid settings; `message` lists every problem, one per line. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";

  constructor(readonly problems: readonly SettingsProblem[]) {
    super(listProblems("the settings", problems));
  }
}

/** Lists every problem, one per line, below a heading such as `2 problems in the settings:`. */
export function listProblems(where: string, problems: readonly SettingsProblem[]): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return [`${count} in ${where}:`, ...problems.map(({ path, message }) => `  ${path}: ${message}`)].join("\n");
}
