import type { LocalRunReport } from "../../report";
import { joined, markup, type Content, type Markup } from "../markup";
import { renderMark } from "../marks";
import { renderTable } from "../table";

type Secret = LocalRunReport["secrets"][number];

const columns = [{ name: "Secret" }, { name: "Version" }, { name: "State" }, { name: "Ends" }, { name: "Tags" }];

/** Renders the versions of each secret, newest first. There is no value in a report. */
export function renderSecrets({ secrets }: LocalRunReport): Markup {
  const rows = secrets.flatMap(({ name, versions }) =>
    [...versions].reverse().map((version) => renderVersion(name, version)),
  );
  const caption = "The versions of the vault's secrets, newest first; a value is nowhere in this page";
  return renderTable({ caption, columns, groups: [{ rows }] });
}

function renderVersion(name: string, { id, enabled, exp, tags }: Secret["versions"][number]): readonly Content[] {
  const pairs = Object.entries(tags).map(([tag, value]) => markup`${tag}: ${value}`);
  return [
    name,
    markup`<code>${id.slice(id.lastIndexOf("/") + 1)}</code>`,
    enabled ? renderMark("good", "enabled") : renderMark("skipped", "disabled"),
    exp === undefined ? markup`<span class="quiet">never</span>` : markup`<time>${exp}</time>`,
    pairs.length === 0 ? markup`<span class="quiet">none</span>` : joined(pairs, markup`<br>`),
  ];
}
