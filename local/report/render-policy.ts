import { renderTable, type Cell, type Page } from "../../terminal";
import type { LocalRunReport } from "./local-run-report";
import { formatCount } from "./units";

/** Renders the mandatory findings in full, and the others as a count. */
export function renderPolicyLines(page: Page, { policy }: LocalRunReport): readonly string[] {
  if (policy.resources === 0) return [];
  const { colours } = page;
  const mandatory = policy.findings.filter(({ level }) => level === "mandatory");
  const advice = policy.findings.length - mandatory.length;
  const found = `Policy pack: ${mandatory.length} mandatory, ${advice} advisory findings on ${formatCount(policy.resources, "resource")}`;
  const mark = mandatory.length === 0 ? { text: "✔", paint: colours.green } : { text: "✘", paint: colours.red };
  return [
    ...renderTable(page, { rows: [[mark, found]] }),
    ...renderTable(page, {
      rows: mandatory.map(({ rule, resource, message }) => [rule, `${resource}: ${message}`]),
      indent: 5,
    }),
  ];
}

/** Renders the policy pack's findings: mandatory ones in full, advice by rule. */
export function renderPolicy(page: Page, { policy }: LocalRunReport): readonly string[] {
  if (policy.resources === 0) return [];
  const { colours } = page;
  const mandatory = policy.findings.filter(({ level }) => level === "mandatory");
  const advice = policy.findings.filter(({ level }) => level !== "mandatory");
  const rules = [...new Set(advice.map(({ rule }) => rule))];
  const rows: readonly (readonly Cell[])[] = [
    ...mandatory.map(({ rule, resource, message }) => [
      { text: "✘", paint: colours.red },
      rule,
      `${resource}: ${message}`,
    ]),
    ...(mandatory.length === 0
      ? [[{ text: "✔", paint: colours.green }, "nothing mandatory is found", formatCount(policy.resources, "resource")]]
      : []),
    ...rules.map((rule) => {
      const names = advice.filter((each) => each.rule === rule).map(({ resource }) => resource);
      return [
        { text: "·", paint: colours.dim },
        { text: `advice: ${rule}`, paint: colours.dim },
        [...new Set(names)].join(", "),
      ];
    }),
    ...policy.declaredReasons.map(({ resource, reason }) => [
      { text: "·", paint: colours.dim },
      { text: "declared reason", paint: colours.dim },
      `${resource}: ${reason}`,
    ]),
  ];
  return ["", colours.bold("Policy pack"), ...renderTable(page, { rows })];
}
