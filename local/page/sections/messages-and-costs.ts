import type { LocalRunReport } from "../../report";
import { markup, type Content, type Markup } from "../markup";
import { renderTable } from "../table";

const number = (name: string) => ({ name, isNumber: true });

/** Renders what became of the consumers' messages, and what runs cost. */
export function renderMessagesAndCosts({ consumers, consumerCosts, costs }: LocalRunReport): Markup {
  return markup`${
    consumers.length > 0 &&
    renderTable({
      caption: "What became of the messages that were sent to each consumer",
      columns: [
        { name: "Consumer" },
        ...["Sent", "Completed", "Waiting", "Dead letters", "Records in Salesforce"].map(number),
      ],
      groups: [
        {
          rows: consumers.map(({ name, sent, completed, waiting, deadLettered, records }) => [
            ...[name, sent, completed, waiting, deadLettered, records],
          ]),
        },
      ],
    })
  } ${
    costs.length > 0 &&
    renderTable({
      caption: "Billable actions of a refresh, with those of its trigger and the relay",
      columns: [{ name: "Token" }, ...["A refresh", "In 30 days"].map(number)],
      groups: [
        {
          rows: costs.map(({ secretName, billableActions, intervalMinutes }): readonly Content[] => [
            ...[secretName, billableActions, inThirtyDays(billableActions, intervalMinutes)],
          ]),
        },
      ],
    })
  } ${
    consumerCosts.length > 0 &&
    renderTable({
      caption: "Billable actions of a consumer's run, without those of refreshes",
      columns: [
        { name: "Consumer" },
        ...["No message", "One message", "Each further message", "Ended session", "Idle for 30 days"].map(number),
      ],
      groups: [
        {
          rows: consumerCosts.map(({ name, idle, oneMessage, furtherMessage, endedSession, intervalMinutes }) => [
            ...[name, idle, oneMessage, furtherMessage, endedSession, inThirtyDays(idle, intervalMinutes)],
          ]),
        },
      ],
    })
  }`;
}

function inThirtyDays(billableActions: number, intervalMinutes: number): string {
  return Math.round((billableActions * 30 * 24 * 60) / intervalMinutes).toLocaleString("en");
}
