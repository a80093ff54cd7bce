import { renderTable, renderTree, type Page } from "../../terminal";
import type { LocalRunReport } from "./local-run-report";
import { formatCount } from "./units";

/** Renders the deployed resources, the properties that azure-native dropped, and the notes. */
export function renderDeployment(page: Page, report: LocalRunReport): readonly string[] {
  const { colours } = page;
  const title = `${report.project}, stack ${report.stack}: ${formatCount(report.resources.length, "resource")}`;
  const resources = report.resources.flatMap(({ type, name, id }) => [
    ...renderTable(page, { rows: [[{ text: shortType(type, report.project), paint: colours.dim }, name]] }),
    ...(id === "" ? [] : renderTable(page, { rows: [[{ text: id, paint: colours.dim }]], indent: 4 })),
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
    ...resources,
    ...(remarks.length > 0 ? ["", ...renderTable(page, { rows: remarks })] : []),
  ];
}

/** Renders the deployed resources as counts by type, the most frequent type first. */
export function renderResourceCounts(page: Page, report: LocalRunReport): readonly string[] {
  const counts = new Map<string, number>();
  for (const { type } of report.resources) {
    const noun = nounOf(type);
    counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  const text = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([noun, count]) => formatCount(count, noun))
    .join(", ");
  const total = formatCount(report.resources.length, "resource");
  const title = `Deployed ${report.project}, stack ${report.stack}: ${total}`;
  return [
    ...renderTable(page, { rows: [[{ text: title, paint: page.colours.bold }]], indent: 0 }),
    ...(text === "" ? [] : renderTable(page, { rows: [[text]] })),
  ];
}

/** Renders the stack's outputs as a tree. */
export function renderOutputs(page: Page, { outputs }: LocalRunReport): readonly string[] {
  const entries = Object.entries(outputs);
  if (entries.length === 0) return [];
  return ["", page.colours.bold("Outputs"), ...entries.flatMap(([name, value]) => renderTree(name, value, 2))];
}

/** `azure-native:authorization:RoleAssignment` as "role assignment". */
function nounOf(type: string): string {
  const words = (type.split(":").at(-1) ?? type).replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ");
  return words.toLowerCase().replace(/\bapi\b/, "API");
}

/** `azure-native:keyvault:Vault` as `keyvault:Vault`, and the program's own component types likewise. */
function shortType(type: string, project: string): string {
  const [owner = "", ...rest] = type.split(":");
  return rest.length > 0 && (owner === "azure-native" || owner === project) ? rest.join(":") : type;
}
