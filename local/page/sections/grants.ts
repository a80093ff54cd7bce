import type { LocalRunReport, ReportedGrant } from "../../report";
import { breakable, joined, markup, type Content, type Markup } from "../markup";
import { renderTable, type RowGroup } from "../table";
import { logicAppId } from "./logic-apps";

const columns = [{ name: "May use" }, { name: "For what" }, { name: "Needed by" }];

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
  const caption = "What each identity may use, and which of its actions need it";
  return renderTable({ caption, columns, groups });
}

function renderGrant({ workflow, by, place, permissions, neededBy }: ReportedGrant): readonly Content[] {
  const used =
    neededBy.length > 0
      ? neededBy.join(", ")
      : workflow === undefined
        ? "no action of the stack"
        : "nothing: it could be taken away";
  return [
    markup`${place.kind} <b>${place.name}</b>`,
    markup`${joined(
      permissions.map((permission) => markup`<code>${breakable(permission, "/")}</code>`),
      markup`<br>`,
    )}<small>${by}</small>`,
    used,
  ];
}
