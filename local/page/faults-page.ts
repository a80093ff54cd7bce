import type { AnyFaultResult } from "../faults/run-faults";
import { formatValue, groupBySeen, valuesOf, type SameResults } from "../faults/same-results";
import type { ReadingProof } from "../readings/run-proofs-under";
import { formatCount } from "../report/units";
import { renderDocument } from "./document";
import { renderFrame, type Section } from "./frame";
import { joined, markup, type Content, type Markup } from "./markup";
import { renderMark } from "./marks";
import { styles } from "./styles";
import { renderTable, type RowGroup } from "./table";

/** The result of `npm run faults`. */
export interface FaultsReport {
  readonly held: boolean;
  readonly results: readonly AnyFaultResult[];
  /** Proofs under each combination of readings. @default they were not run */
  readonly proofs?: readonly ReadingProof[] | undefined;
}

/**
 * Renders injected faults with what was seen of each as one HTML page that needs no network and runs no script.
 *
 * @param groups names of faults by the group that they belong to
 */
export function renderFaultsPage(report: FaultsReport, groups: ReadonlyMap<string, string>): string {
  const { held, results } = report;
  const title = "Injected faults";
  const unexpected = results.filter((result) => !result.held).length;
  const text =
    unexpected === 0
      ? `Every fault went as expected: ${formatCount(results.length, "run")}.`
      : `${unexpected} of ${formatCount(results.length, "run")} did not go as expected.`;
  const tone = held ? "good" : "bad";
  return renderDocument({
    title: `${held ? "Held" : "Failed"}: ${title}`,
    styles,
    body: renderFrame({
      title,
      verdict: markup`<p class="verdict ${tone}">${renderMark(tone, text)}</p>`,
      sections: [...listGroups(report, groups), ...listProofs(report)],
    }),
  });
}

const columns = [{ name: "Where" }, { name: "Result" }, { name: "Seen" }];

function listGroups({ results }: FaultsReport, groups: ReadonlyMap<string, string>): readonly Section[] {
  const names = [...new Set(results.map(({ fault }) => groups.get(fault) ?? "other"))];
  return names.map((name, index) => {
    const own = results.filter(({ fault }) => (groups.get(fault) ?? "other") === name);
    const faults = [...new Set(own.map(({ fault }) => fault))];
    const caption = "What was seen of each fault";
    const rowGroups = faults.map((fault): RowGroup => ({
      heading: fault,
      rows: groupBySeen(own.filter((result) => result.fault === fault)).map(renderResult),
    }));
    return {
      id: `faults-${index + 1}`,
      title: `Faults: ${name}`,
      content: renderTable({ caption, columns, groups: rowGroups }),
    };
  });
}

function renderResult({ first, combinations }: SameResults): readonly Content[] {
  const { seen, expected, held, leaks, readings } = first;
  const wanted = valuesOf(expected);
  const parts = Object.entries(valuesOf(seen)).map(([name, value]): Markup => {
    const differs = JSON.stringify(value) !== JSON.stringify(wanted[name]);
    return markup`${name}: <b>${formatValue(value)}</b>${differs && markup` <span class="mark bad">expected: ${formatValue(wanted[name])}</span>`}`;
  });
  const leaked = leaks > 0 && markup`<br>${renderMark("bad", `${leaks} canaries in run history`)}`;
  return [
    markup`${combinations}${readings !== undefined && markup`<small>${readings}</small>`}`,
    held ? renderMark("good", "as expected") : renderMark("bad", "not as expected"),
    markup`${joined(parts, "; ")}${leaked}`,
  ];
}

function listProofs({ proofs = [] }: FaultsReport): readonly Section[] {
  if (proofs.length === 0) return [];
  const rows = proofs.map(({ claim, held, seen, control, readings }): readonly Content[] => [
    claim,
    held && control.held ? renderMark("good", "held") : renderMark("bad", "failed"),
    markup`${held ? seen : markup`<b>${seen}</b>`}${readings !== "" && markup`<small>${readings}</small>`}`,
  ]);
  const caption = "The proofs of the built-in stack under each combination of readings";
  const proofColumns = [{ name: "Proof" }, { name: "Result" }, { name: "Seen" }];
  return [
    { id: "proofs", title: "Proofs", content: renderTable({ caption, columns: proofColumns, groups: [{ rows }] }) },
  ];
}
