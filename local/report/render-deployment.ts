import { renderTable, type Page } from "../../terminal";
import type { LocalRunReport } from "./local-run-report";
import { formatCount } from "./units";

const wide = 100;

/** Renders the deployed resources, the properties that azure-native dropped, and the notes. */
export function renderDeployment(page: Page, report: LocalRunReport): readonly string[] {
  const { colours } = page;
  const title = `${report.project}, stack ${report.stack}: ${formatCount(report.resources.length, "resource")}`;
  const isWide = page.width >= wide;
  const resources = report.resources.map(({ type, name, id }) => [
    { text: shortType(type, report.project), paint: colours.dim },
    name,
    ...(isWide ? [{ text: shortId(id), paint: colours.dim }] : []),
  ]);
  const remarks = [
    ...report.notes.map((note) => [{ text: "note", paint: colours.cyan }, note]),
    ...report.droppedProperties.map(({ resource, property }) => [
      { text: "dropped", paint: colours.yellow },
      `${property} of ${resource}: azure-native does not send it`,
    ]),
  ];
  return [
    ...renderTable(page, { rows: [[{ text: title, paint: colours.bold }]], indent: 0 }),
    ...renderTable(page, { rows: resources }),
    ...(remarks.length > 0 ? ["", ...renderTable(page, { rows: remarks })] : []),
  ];
}

/** The stack's outputs. */
export function renderOutputs(page: Page, report: LocalRunReport): readonly string[] {
  const rows = Object.entries(report.outputs).map(([name, value]) => [
    { text: name, paint: page.colours.dim },
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  if (rows.length === 0) return [];
  return ["", page.colours.bold("Outputs"), ...renderTable(page, { rows })];
}

/** `azure-native:keyvault:Vault` as `keyvault:Vault`, and the program's own component types likewise. */
function shortType(type: string, project: string): string {
  const [owner = "", ...rest] = type.split(":");
  return rest.length > 0 && (owner === "azure-native" || owner === project) ? rest.join(":") : type;
}

/** An id without what all resources of the run share. */
function shortId(id: string): string {
  return id.replace(/^\/subscriptions\/[^/]+(\/resourceGroups\/[^/]+\/providers)?/i, "…");
}
