import { renderTable, type Page } from "../../terminal";
import type { LocalRunReport } from "./local-run-report";
import { formatCount } from "./units";

/** Renders the cost of each token's refresh, including the relay, and its total in 30 days. */
export function renderCosts(page: Page, { costs }: LocalRunReport): readonly string[] {
  if (costs.length === 0) return [];
  const rows = costs.map(({ secretName, billableActions, intervalMinutes }) => [
    secretName,
    formatCount(billableActions, "billable action"),
    `${Math.round((billableActions * 30 * 24 * 60) / intervalMinutes).toLocaleString("en")} in 30 days`,
  ]);
  return [
    "",
    ...renderTable(page, { rows: [[{ text: "Cost of a refresh", paint: page.colours.bold }]], indent: 0 }),
    ...renderTable(page, { rows, rightAligned: [1, 2] }),
  ];
}
