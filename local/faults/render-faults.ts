import { createPage, renderTable, type Appearance, type Cell, type Detail, type Page } from "../../terminal";
import { formatCount } from "../report/units";
import type { ConsumerOutcome } from "./consumers";
import type { FaultOutcome } from "./fault";
import type { AnyFaultResult } from "./run-faults";
import { formatValue, groupBySeen, valuesOf, type Value } from "./same-results";

/**
 * Renders results: as a line for each group of faults, or with `verbose` as a table with one line for all combinations
 * of a fault that saw the same; then what was not as expected, and the verdict.
 *
 * @param groups names of faults by the group that they belong to
 */
export function renderFaults(
  results: readonly AnyFaultResult[],
  groups: ReadonlyMap<string, string>,
  appearance: Appearance,
  detail: Detail,
): string {
  const page = createPage(appearance);
  const { green, red, bold } = page.colours;
  const unexpected = results.filter(({ held }) => !held);
  const counts = `${formatCount(countFaults(results), "fault")}, ${formatCount(results.length, "run")}`;
  const verdict =
    unexpected.length === 0
      ? green(`✔ Every fault went as expected (${counts}).`)
      : red(`✘ ${unexpected.length} of ${results.length} runs did not go as expected (${counts}).`);
  const body = {
    quiet: () => [],
    usual: () => [...renderGroups(page, results, groups), ""],
    verbose: () => [...renderOutcomes(page, results), ""],
  }[detail]();
  const failures = detail === "quiet" ? [] : renderTable(page, { rows: unexpected.flatMap(differences) });
  return `${[...body, ...failures, ...(failures.length > 0 ? [""] : []), bold(verdict)].join("\n")}\n`;
}

function renderGroups(
  page: Page,
  results: readonly AnyFaultResult[],
  groups: ReadonlyMap<string, string>,
): readonly string[] {
  const { green, red } = page.colours;
  const rows = [...new Set(groups.values())].flatMap((group): readonly (readonly Cell[])[] => {
    const own = results.filter(({ fault }) => groups.get(fault) === group);
    if (own.length === 0) return [];
    const mark = own.every(({ held }) => held) ? { text: "✔", paint: green } : { text: "✘", paint: red };
    return [[mark, group, formatCount(countFaults(own), "fault"), formatCount(own.length, "run")]];
  });
  return renderTable(page, { rows, rightAligned: [2, 3] });
}

/** Columns of one kind of outcome, with what each shows. */
const columns = {
  refresh: {
    run: "run",
    token: "token",
    requests: "asked",
    versions: "stored",
    alerts: "alerts",
  } satisfies Readonly<Record<keyof FaultOutcome, string>>,
  consumer: {
    runs: "runs",
    messages: "messages",
    records: "records",
    refreshes: "refreshes",
    alerts: "alerts",
  } satisfies Readonly<Record<keyof ConsumerOutcome, string>>,
} as const;

type Kind = keyof typeof columns;

function kindOf({ seen }: AnyFaultResult): Kind {
  return "runs" in seen ? "consumer" : "refresh";
}

function renderOutcomes(page: Page, results: readonly AnyFaultResult[]): readonly string[] {
  const tables = (["refresh", "consumer"] as const).map((kind) =>
    renderTableOf(
      page,
      kind,
      results.filter((result) => kindOf(result) === kind),
    ),
  );
  return tables.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

function renderTableOf(page: Page, kind: Kind, results: readonly AnyFaultResult[]): readonly string[] {
  if (results.length === 0) return [];
  const { green, red } = page.colours;
  const combinationsOfReadings = new Set(results.map(({ readings }) => readings)).size;
  const hasReadings = combinationsOfReadings > 1;
  const keys = Object.keys(columns[kind]);
  const rows = groupBySeen(results).map(({ first, combinations, readings }): readonly Cell[] => [
    first.held ? { text: "✔", paint: green } : { text: "✘", paint: red },
    first.fault,
    ...(kind === "refresh" ? [combinations] : []),
    ...keys.map((key) => formatDistinct(valuesOf(first.seen)[key])),
    ...(hasReadings ? [nameReadings(readings, combinationsOfReadings)] : []),
  ]);
  const head = [
    ...["", "fault", ...(kind === "refresh" ? ["where"] : []), ...Object.values(columns[kind])],
    ...(hasReadings ? ["readings"] : []),
  ];
  const numbers = ["asked", "stored", "records", "refreshes"].map((name) => head.indexOf(name));
  return renderTable(page, { head, rows, rightAligned: numbers.filter((index) => index >= 0) });
}

function countFaults(results: readonly AnyFaultResult[]): number {
  return new Set(results.map(({ fault }) => fault)).size;
}

/** Names what the combinations of readings have in common, apart from the defaults. */
function nameReadings(readings: ReadonlySet<string | undefined>, all: number): string {
  if (readings.size === all) return "all";
  const [first = [], ...others] = [...readings].map((each) => each?.split(", ") ?? []);
  const shared = first.filter((choice) => others.every((choices) => choices.includes(choice)));
  if (shared.length > 0) return shared.join(", ");
  if (!readings.has(undefined)) return `${readings.size} of ${all}`;
  return readings.size === 1 ? "defaults" : `defaults, and ${readings.size - 1} of ${all - 1} others`;
}

function differences({
  fault,
  combination,
  readings,
  seen,
  expected,
  leaks,
}: AnyFaultResult): readonly (readonly Cell[])[] {
  const where = [fault, combination, readings].filter((part) => part !== undefined).join(", ");
  const [had, wanted] = [valuesOf(seen), valuesOf(expected)];
  const rows = Object.keys(wanted)
    .filter((key) => JSON.stringify(had[key]) !== JSON.stringify(wanted[key]))
    .map((key) => [where, `${key}: ${formatValue(had[key])}, expected ${formatValue(wanted[key])}`]);
  return leaks === 0 ? rows : [...rows, [where, `${leaks} canaries in run history`]];
}

/** Formats a value without repetitions, and without the status of runs that failed. */
function formatDistinct(value: Value = ""): string {
  const distinct = typeof value === "object" ? [...new Set(value)] : value;
  return formatValue(distinct).replaceAll(/\bFailed /g, "");
}
