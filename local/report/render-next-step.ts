import { renderTable, type Page } from "../../terminal";
import type { LocalRunReport } from "./local-run-report";
import { formatCount } from "./units";

/** Renders what to do next, and how to see the rest. */
export function renderNextStep(page: Page, { held, notes }: LocalRunReport): readonly string[] {
  const rest =
    notes.length === 0 ? "prints everything" : `prints everything, with ${formatCount(notes.length, "note")}`;
  const next = held
    ? `npm start -- --config FILE runs a stack file of yours; --serve keeps it running; --verbose ${rest}.`
    : `npm start -- --verbose ${rest}. docs/troubleshooting.md explains the error codes.`;
  return renderTable(page, { rows: [[{ text: `Next: ${next}`, paint: page.colours.dim }]], indent: 0 });
}
