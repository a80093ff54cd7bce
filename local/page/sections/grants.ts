import type { LocalRunReport, ReportedGrant } from "../../report";
import { joined, markup, type Content, type Markup } from "../markup";
import { renderTable, type RowGroup } from "../table";
import { logicAppId } from "./logic-apps";

const columns = [{ name: "May use" }, { name: "For what" }, { name: "By" }, { name: "Needed by" }];

/** Renders what each identity may do where, and the actions that need it. */
export function renderGrants({ grants, workflows }: LocalRunReport): Markup {
  const holders = [...new Set(grants.map(({ workflow, principalId }) => workflow ?? principalId))];
  const groups = holders.map((holder): RowGroup => {
    const own = grants.filter(({ workflow, principalId }) => (workflow ?? principalId) === holder);
    const index = workflows.findIndex(({ name }) => name === holder);
    const heading =
      index < 0
        ? markup`Another identity: <code>${holder}</code>`
        : markup`<a href="#${logicAppId(index)}">${holder}</a>`;
    return { heading, rows: own.map(renderGrant) };
  });
  const caption = "Who may do what, and which action needs it. Nobody else of the stack may do anything.";
  return renderTable({ caption, columns, groups });
}

function renderGrant({ workflow, by, place, permissions, neededBy }: ReportedGrant): readonly Content[] {
  const used = neededBy.length > 0 ? neededBy.join(", ") : workflow === undefined ? "whoever holds it" : "nothing";
  return [
    markup`${place.kind} <b>${place.name}</b>`,
    joined(
      permissions.map((permission) => markup`<code>${permission}</code>`),
      markup`<br>`,
    ),
    by,
    used,
  ];
}
