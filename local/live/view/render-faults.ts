import { markup, type Markup } from "../../page/markup";
import { formatCount } from "../../report/units";
import type { InjectableFault } from "../faults/injectable-faults";
import type { InjectedFault } from "../faults/injected-faults";
import type { PageElement } from "../page-update";
import { renderButton } from "./render-button";

const fieldId = "fault-choice";

/** Renders the choice of a fault, by the server that it is one of, each with the class of run that is expected of it. */
export function renderFaultChoice(faults: readonly InjectableFault[], others: number): readonly PageElement[] {
  const id = "fault-form";
  const servers = [...new Set(faults.map(({ server }) => server))];
  const groups = servers.map(
    (server) =>
      markup`<optgroup label="${server}">${faults.filter((fault) => fault.server === server).map(renderOption)}</optgroup>`,
  );
  const button = renderButton({
    id: "fault-inject",
    text: "Inject",
    of: "the chosen fault",
    action: "/faults",
    field: fieldId,
  });
  const html = markup`<div id="${id}"><p>Listed are the ${faults.length} faults that are one answer of a server. The ${others} others need a clock or a stack of their own: <code>npm run faults</code> runs all. A fault lasts until it is cleared, or its server is given another, and meets every request that it concerns, whoever sends it. Retries wait in real time.</p><p class="buttons"><label for="${fieldId}">Fault</label><select id="${fieldId}" name="fault">${groups}</select>${button}</p></div>`;
  return [{ id, html: html.toString() }];
}

function renderOption({ name, classes }: InjectableFault): Markup {
  return markup`<option value="${name}">${name} (${classes.join(", ")})</option>`;
}

/** Renders the faults in effect, one of a server at most. */
export function renderInjectedFaults(faults: readonly InjectedFault[]): readonly PageElement[] {
  return faults.map(({ fault: { name, server, classes }, requests }) => {
    const id = `fault-${server.toLowerCase().replaceAll(" ", "-")}`;
    const state = requests === 0 ? "armed, no request yet" : `has hit ${formatCount(requests, "request")}`;
    const clear = renderButton({
      id: `${id}-clear`,
      text: "Clear",
      of: name,
      action: "/faults/clear",
      body: { fault: name },
    });
    const html = markup`<li id="${id}"><p><strong>${name}</strong> at the ${server}: <span class="mark ${requests === 0 ? "tolerated" : "bad"}">${state}</span>. Expected: ${classes.join(" or ")}.</p><p class="buttons">${clear}</p></li>`;
    return { id, html: html.toString() };
  });
}
