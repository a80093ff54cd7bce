import type { SettingsProblem } from "../fields/settings-problem";

/** Invalid settings; `message` lists every problem, one per line. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";

  constructor(readonly problems: readonly SettingsProblem[]) {
    super(listProblems(problems, "the settings"));
  }
}

/** Lists problems, one per line. */
export function listProblems(problems: readonly SettingsProblem[], where: string): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return [`${count} in ${where}:`, ...problems.map(({ path, message }) => `  ${path}: ${message}`)].join("\n");
}
