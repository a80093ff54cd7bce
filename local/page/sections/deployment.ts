import type { LocalRunReport } from "../../report";
import { formatCount } from "../../report/units";
import { breakable, markup, type Content, type Markup } from "../markup";
import { renderTable } from "../table";

/** Renders the deployed resources and the stack's outputs, which open on demand. */
export function renderDeployment({ resources, outputs, droppedProperties }: LocalRunReport): Markup {
  const rows = resources.map(({ type, name, id }): readonly Content[] => [
    name,
    markup`<span class="type">${breakable(type.replace(/^azure-native:/, ""), ":")}</span>`,
    markup`<code>${breakable(id, "/")}</code>`,
  ]);
  const columns = [{ name: "Name" }, { name: "Type" }, { name: "ID" }];
  return markup`${
    droppedProperties.length > 0 &&
    markup`<p>Properties that azure-native does not send:</p><ul>${droppedProperties.map(({ resource, property }) => markup`<li><code>${property}</code> of ${resource}</li>`)}</ul>`
  }<details><summary>${formatCount(resources.length, "resource")}</summary>${renderTable({ caption: "The deployed resources", columns, groups: [{ rows }] })}</details><details><summary>Outputs of the stack</summary><pre>${JSON.stringify(outputs, undefined, 2)}</pre></details>`;
}
