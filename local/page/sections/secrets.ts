import type { LocalRunReport } from "../../report";
import { formatCount } from "../../report/units";
import { joined, markup, type Content, type Markup } from "../markup";
import { renderMark } from "../marks";
import { renderTable, type RowGroup } from "../table";

const columns = [{ name: "Version" }, { name: "State" }, { name: "Ends" }, { name: "Tags" }];

/** Renders the versions of each secret, newest first. There is no value in a report. */
export function renderSecrets({ secrets }: LocalRunReport): Markup {
  const groups = secrets.map(({ name, versions }): RowGroup => ({
    heading: markup`${name} <span class="quiet">${formatCount(versions.length, "version")}</span>`,
    rows: [...versions].reverse().map(renderVersion),
  }));
  return renderTable({
    caption: "The secrets of the vault, newest version first, without their values",
    columns,
    groups,
  });
}

function renderVersion({
  id,
  enabled,
  exp,
  tags,
}: LocalRunReport["secrets"][number]["versions"][number]): readonly Content[] {
  const pairs = Object.entries(tags).map(([tag, value]) => markup`${tag}: ${value}`);
  return [
    markup`<code>${id.slice(id.lastIndexOf("/") + 1)}</code>`,
    enabled ? renderMark("good", "enabled") : renderMark("skipped", "disabled"),
    exp === undefined ? markup`<span class="quiet">does not end</span>` : markup`<time>${exp}</time>`,
    pairs.length === 0 ? markup`<span class="quiet">none</span>` : joined(pairs, markup`<br>`),
  ];
}
