import { markup, type Markup } from "../../page/markup";
import type { LiveWorkflow } from "../live-stack";
import type { PageElement } from "../page-update";
import { renderButton } from "./render-button";

/** Renders each Logic App that can be started. */
export function renderWorkflows(workflows: readonly LiveWorkflow[]): readonly PageElement[] {
  return workflows.map((workflow) => {
    const id = `workflow-${workflow.name}`;
    const { name, subject, isRunning } = workflow;
    const [what, act, acting] = texts[workflow.role];
    const run = renderButton({
      id: `${id}-run`,
      text: isRunning ? acting : act,
      of: subject,
      action: "/runs",
      body: { workflow: name },
      isDisabled: isRunning,
    });
    const send =
      workflow.role === "consumer" &&
      renderButton({
        id: `${id}-send`,
        text: "Send a message",
        of: subject,
        action: "/messages",
        body: { workflow: name },
      });
    const html = markup`<li id="${id}"><h3>${name}</h3><p>${what} <code>${subject}</code>. ${renderNext(workflow)}</p><p class="buttons">${run}${send}</p></li>`;
    return { id, html: html.toString() };
  });
}

const texts = {
  refresh: ["Refreshes", "Refresh now", "Refreshing"],
  consumer: ["Consumes messages for", "Consume now", "Consuming"],
} as const;

function renderNext({ next }: LiveWorkflow): Markup {
  return next === undefined
    ? markup`Disabled.`
    : markup`Next run: <time>${next.toISOString().replace(/\.000Z$/, "Z")}</time>`;
}
