import type { LocalRunReport } from "../../report";
import { formatCount } from "../../report/units";
import { markup, type Content, type Markup } from "../markup";
import { renderMark } from "../marks";
import { renderTable } from "../table";

type Finding = LocalRunReport["policy"]["findings"][number];

const columns = [{ name: "Rule" }, { name: "Level" }, { name: "Finding" }, { name: "Resources" }];

/** Renders the policy pack's verdict and findings, mandatory ones first; those that say the same share a row. */
export function renderPolicy({ policy }: LocalRunReport): Markup {
  const { findings, declaredReasons, resources } = policy;
  const mandatory = findings.filter(({ level }) => level === "mandatory");
  const others = findings.filter(({ level }) => level !== "mandatory");
  const counts = `${mandatory.length} mandatory and ${formatCount(others.length, "advisory finding")} on ${formatCount(resources, "resource")}`;
  const verdict =
    mandatory.length === 0
      ? renderMark("good", "The policy pack passes")
      : renderMark("bad", "The policy pack does not pass");
  return markup`<p>${verdict}: ${counts}.</p>${findings.length > 0 && renderTable({ caption: "What the rules found", columns, groups: [{ rows: [...sameFindings(mandatory), ...sameFindings(others)] }] })} ${
    declaredReasons.length > 0 &&
    markup`<h3>Declared reasons</h3><ul>${declaredReasons.map(({ resource, reason }) => markup`<li><b>${resource}</b>: ${reason}</li>`)}</ul>`
  }`;
}

function sameFindings(findings: readonly Finding[]): readonly (readonly Content[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.message]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const level = first.level === "mandatory" ? renderMark("bad", first.level) : renderMark("skipped", first.level);
    return [
      [markup`<code>${first.rule}</code>`, level, first.message, group.map(({ resource }) => resource).join(", ")],
    ];
  });
}
