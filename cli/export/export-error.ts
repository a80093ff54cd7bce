/** An export that cannot be made; the message has every problem. */
export class ExportError extends Error {
  override readonly name = "ExportError";

  /** @param problems at least one, each with its option and the fix */
  constructor(problems: readonly string[]) {
    const [only = "", ...others] = problems;
    super(
      others.length === 0
        ? only
        : `${problems.length} problems:\n${problems.map((problem) => `  ${problem.replaceAll("\n", "\n  ")}`).join("\n")}`,
    );
  }
}
