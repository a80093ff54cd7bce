import { createPage, renderTable, type Appearance, type Cell } from "../terminal";
import { isReleasable, type ReleaseReport } from "./check-release";

/** Renders the results as a table, the problems below it, and the verdict in the last line. */
export function renderReport(report: ReleaseReport, appearance: Appearance): string {
  const page = createPage(appearance);
  const { green, red } = page.colours;
  const rows = report.packages.flatMap(({ name, checks }) =>
    checks.map(({ check, summary, problems }, index): Cell[] => [
      index === 0 ? name : "",
      problems.length === 0 ? { text: "✔", paint: green } : { text: "✘", paint: red },
      check,
      summary,
    ]),
  );
  const problems = report.packages.flatMap(({ name, checks }) =>
    checks.flatMap((checked) => checked.problems.map((problem): Cell[] => [{ text: "✘", paint: red }, name, problem])),
  );
  const verdict = isReleasable(report)
    ? green(`✔ ${report.version} can be released. Publishing it is the owner's decision: CONTRIBUTING.md.`)
    : red(
        `✘ ${report.version} cannot be released: ${problems.length === 1 ? "1 problem" : `${problems.length} problems`}.`,
      );
  return [
    ...renderTable(page, { rows, indent: 0 }),
    "",
    ...(problems.length === 0 ? [] : [...renderTable(page, { rows: problems, indent: 0 }), ""]),
    ...report.provenance,
    "",
    verdict,
    "",
  ].join("\n");
}
