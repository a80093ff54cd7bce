import { renderTable, type Cell, type Page } from "../../terminal";
import type { LocalRunReport, ReportedSecretVersion } from "./local-run-report";
import { formatCount } from "./units";

/** From this width on, there is room for the whole id of a version. */
const wide = 160;

/** The versions of each secret: id, expiry, state and tags. There is no value in a report. */
export function renderSecrets(page: Page, report: LocalRunReport): readonly string[] {
  return report.secrets.flatMap(({ name, versions }) => [
    "",
    ...renderTable(page, {
      rows: [[{ text: `Secret ${name}: ${formatCount(versions.length, "version")}`, paint: page.colours.bold }]],
      indent: 0,
    }),
    ...versions.flatMap((version) => renderVersion(page, version)),
  ]);
}

function renderVersion(page: Page, version: ReportedSecretVersion): readonly string[] {
  const { colours } = page;
  const row: readonly Cell[] = [
    page.width >= wide ? version.id : version.id.slice(version.id.lastIndexOf("/") + 1),
    version.exp === undefined ? { text: "does not expire", paint: colours.dim } : `expires ${version.exp}`,
    version.enabled ? { text: "enabled", paint: colours.green } : { text: "disabled", paint: colours.yellow },
  ];
  const tags = Object.entries(version.tags).map(([tag, value]) => [{ text: `${tag}: ${value}`, paint: colours.dim }]);
  return [...renderTable(page, { rows: [row] }), ...renderTable(page, { rows: tags, indent: 4 })];
}
