import type { LocalRunReport } from "../report";
import { renderDocument } from "./document";
import { markup } from "./markup";
import { renderFrame, type Section } from "./frame";
import { renderDeployment } from "./sections/deployment";
import { renderGrants } from "./sections/grants";
import { logicAppId, renderLogicApps } from "./sections/logic-apps";
import { renderMessagesAndCosts } from "./sections/messages-and-costs";
import { renderPolicy } from "./sections/policy";
import { renderProofs } from "./sections/proofs";
import { renderSecrets } from "./sections/secrets";
import { renderSummary, renderVerdict } from "./sections/summary";
import { styles } from "./styles";

/**
 * Renders a report as one HTML page that needs no network and runs no script.
 *
 * Every text of the report is escaped.
 */
export function renderPage(report: LocalRunReport): string {
  const title = `${report.project}, stack ${report.stack}`;
  return renderDocument({
    title: `${report.held ? "Held" : "Failed"}: ${title}`,
    styles,
    body: renderFrame({ title, verdict: renderVerdict(report), sections: sectionsOf(report) }),
  });
}

function sectionsOf(report: LocalRunReport): readonly Section[] {
  const { workflows, consumers, costs, grants, secrets, proofs, policy, notes } = report;
  const all: readonly (Section & { readonly isEmpty?: boolean })[] = [
    { id: "summary", title: "Summary", content: renderSummary(report) },
    {
      id: "logic-apps",
      title: "Logic Apps and their runs",
      content: renderLogicApps(report),
      parts: workflows.map(({ name }, index) => ({ id: logicAppId(index), title: name })),
      isEmpty: workflows.length === 0,
    },
    {
      id: "messages-and-costs",
      title: "Messages and costs",
      content: renderMessagesAndCosts(report),
      isEmpty: consumers.length + costs.length === 0,
    },
    { id: "grants", title: "Who may do what", content: renderGrants(report), isEmpty: grants.length === 0 },
    { id: "secrets", title: "Secrets", content: renderSecrets(report), isEmpty: secrets.length === 0 },
    { id: "proofs", title: "Proofs", content: renderProofs(report), isEmpty: proofs.length === 0 },
    { id: "policy", title: "Policy pack", content: renderPolicy(report), isEmpty: policy.resources === 0 },
    {
      id: "notes",
      title: "Notes",
      content: markup`<ul>${notes.map((note) => markup`<li>${note}</li>`)}</ul>`,
      isEmpty: notes.length === 0,
    },
    { id: "deployment", title: "Deployment", content: renderDeployment(report) },
  ];
  return all.filter(({ isEmpty }) => isEmpty !== true);
}
