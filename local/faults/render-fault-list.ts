import { defaultReadings } from "../../emulator/provenance";
import { createPage, renderTable, type Appearance, type Cell } from "../../terminal";
import type { Fault } from "./fault";

/** Renders each fault in a line: its name, and the expected end of the run, state of the token and alerts. */
export function renderFaultList(groups: Readonly<Record<string, readonly Fault[]>>, appearance: Appearance): string {
  const page = createPage(appearance);
  const rows = Object.entries(groups).flatMap(([group, faults]) =>
    faults.map((fault): readonly Cell[] => {
      const outcomes = fault.where.map((combination) => fault.expected(combination, defaultReadings));
      const all = (values: readonly string[]): string => [...new Set(values)].join(" or ");
      return [
        fault.name,
        { text: group, paint: page.colours.dim },
        all(outcomes.map(({ run }) => run.replace(/^Failed /, ""))),
        all(outcomes.map(({ token }) => token)),
        all(outcomes.map(({ alerts }) => alerts.join(", ") || "none")),
      ];
    }),
  );
  const head = ["fault", "in", "expected run", "token", "alerts"];
  return `${renderTable(page, { head, rows, indent: 0 }).join("\n")}\n`;
}
