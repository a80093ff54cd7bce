import { defaultReadings } from "../../emulator/provenance";
import { createPage, renderTable, type Appearance, type Cell } from "../../terminal";
import { isRefreshFault, type AnyFault } from "./index";

/** Renders each fault in a line: its name, and the expected end of the runs, state of the token or messages, and alerts. */
export function renderFaultList(groups: Readonly<Record<string, readonly AnyFault[]>>, appearance: Appearance): string {
  const page = createPage(appearance);
  const rows = Object.entries(groups).flatMap(([group, faults]) =>
    faults.map((fault): readonly Cell[] => [
      fault.name,
      { text: group, paint: page.colours.dim },
      ...describeExpected(fault),
    ]),
  );
  const head = ["fault", "in", "expected run", "token or messages", "alerts"];
  return `${renderTable(page, { head, rows, indent: 0 }).join("\n")}\n`;
}

function describeExpected(fault: AnyFault): readonly string[] {
  const all = (values: readonly string[]): string => [...new Set(values)].join(" or ");
  const classOf = (run: string): string => run.replace(/^Failed /, "");
  const list = (names: readonly string[]): string => names.join(", ") || "none";
  if (!isRefreshFault(fault)) {
    const { runs, messages, alerts } = fault.expected(defaultReadings);
    return [list([...new Set(runs.map(classOf))]), messages, list(alerts)];
  }
  const outcomes = fault.where.map((combination) => fault.expected(combination, defaultReadings));
  return [
    all(outcomes.map(({ run }) => classOf(run))),
    all(outcomes.map(({ token }) => token)),
    all(outcomes.map(({ alerts }) => list(alerts))),
  ];
}
