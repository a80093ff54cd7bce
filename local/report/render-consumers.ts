import { renderTable, type Page } from "../../terminal";
import type { LocalRunReport } from "./local-run-report";
import { formatCount } from "./units";

/** Renders what became of each consumer's messages, in counts. */
export function renderConsumers(page: Page, { consumers }: LocalRunReport): readonly string[] {
  if (consumers.length === 0) return [];
  const rows = consumers.map(({ name, sent, completed, waiting, deadLettered, records }) => [
    `consumer ${name}`,
    `${formatCount(sent, "message")} sent`,
    `${completed} completed`,
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
    ...(deadLettered > 0 ? [`${deadLettered} dead-lettered`] : []),
    `${formatCount(records, "record")} in Salesforce`,
  ]);
  return ["", ...renderTable(page, { rows })];
}

/** Renders the cost of each consumer's runs, and what idle runs cost in 30 days. */
export function renderConsumerCosts(page: Page, { consumerCosts }: LocalRunReport): readonly string[] {
  if (consumerCosts.length === 0) return [];
  const head = [
    "consumer",
    "idle run",
    "run with a message",
    "each further message",
    "ended session",
    "idle in 30 days",
  ];
  const rows = consumerCosts.map(({ name, idle, oneMessage, furtherMessage, endedSession, intervalMinutes }) => [
    name,
    ...[idle, oneMessage, furtherMessage, endedSession].map(String),
    Math.round((idle * 30 * 24 * 60) / intervalMinutes).toLocaleString("en"),
  ]);
  return [
    "",
    ...renderTable(page, { rows: [[{ text: "Billable actions of consumers", paint: page.colours.bold }]], indent: 0 }),
    ...renderTable(page, { head, rows, rightAligned: [1, 2, 3, 4, 5] }),
  ];
}
