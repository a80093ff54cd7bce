import { createPage, renderTable, type Appearance, type Cell, type Detail, type Page } from "../../terminal";
import { isToSucceed, matrixParts, type MatrixResult, type Seen } from "./matrix-stack";
import { describeOptions } from "./describe-options";

/** Renders the failures in full and a summary as the last line; with `verbose`, a table of all results before them. */
export function renderMatrix(
  results: readonly MatrixResult[],
  seconds: number,
  appearance: Appearance,
  detail: Detail,
): string {
  const page = createPage(appearance);
  const { green, red, bold } = page.colours;
  const rows = results.map((result): readonly Cell[] => [
    String(result.number),
    describeOptions(result.choices),
    ...matrixParts.map((part) => renderSeen(page, result[part], part === "start" ? describeExpected(result) : "")),
  ]);
  const failures = results.flatMap((result) =>
    matrixParts.flatMap((part) => {
      const seen = result[part];
      return seen === undefined || seen.held ? [] : [[String(result.number), part, seen.seen]];
    }),
  );
  const failed = new Set(failures.map(([number]) => number)).size;
  const counts =
    `${results.length} stacks, ${results.filter(({ expected }) => !isToSucceed(expected)).length} of them ` +
    `made to fail, ${results.filter(({ commands }) => commands !== undefined).length} by the commands too, ` +
    `in ${seconds.toFixed(0)} s`;
  const verdict =
    failed === 0
      ? green(`✔ Every stack does what is expected (${counts}).`)
      : red(`✘ ${failed} of ${counts}: not as expected.`);
  const table = renderTable(page, { head: ["", "options", ...matrixParts], rows, rightAligned: [0] });
  return `${[
    ...(detail === "verbose" ? [...table, ""] : []),
    ...(detail === "quiet" || failures.length === 0 ? [] : [...renderTable(page, { rows: failures }), ""]),
    bold(verdict),
  ].join("\n")}\n`;
}

function describeExpected({ expected }: MatrixResult): string {
  return expected.refreshFails ?? "";
}

function renderSeen({ colours }: Page, seen: Seen | undefined, expected: string): Cell {
  if (seen === undefined) return "";
  return seen.held
    ? { text: ["✔", expected].join(" ").trim(), paint: colours.green }
    : { text: "✘", paint: colours.red };
}
