import { asObject, type JsonObject } from "../../definition";
import { asList, asString } from "../../definition/json";
import type { Flowchart, FlowchartEdge, FlowchartNode } from "../../pictures/mermaid";

/** A resource that a preview or an update changes. */
export interface StackChange {
  readonly urn: string;
  /** Of the component that it is part of; the stack's own, or none, at the top. */
  readonly parent?: string;
  readonly operation: ChangeOperation;
  /** Names of the properties that differ. */
  readonly properties: readonly string[];
}

type ChangeOperation = "create" | "update" | "replace" | "delete" | "import";

/**
 * The engine's steps that change something, by what they come to.
 *
 * https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/events.go
 */
const operations: ReadonlyMap<string, ChangeOperation> = new Map([
  ["create", "create"],
  ["update", "update"],
  ["delete", "delete"],
  ["replace", "replace"],
  ["create-replacement", "replace"],
  ["delete-replaced", "replace"],
  ["import", "import"],
  ["import-replacement", "replace"],
]);

/** Reads the change that a step's metadata describes; none for a component, or a step that changes nothing. */
export function readStackChange({ op, urn, type, diffs, ...states }: JsonObject): readonly StackChange[] {
  const operation = operations.get(asString(op));
  const { custom, parent } = asObject(states.new ?? states.old);
  if (operation === undefined || typeof urn !== "string" || asString(type).startsWith("pulumi:")) return [];
  if (custom !== true) return [];
  const properties = operation === "update" || operation === "replace" ? asList(diffs).map(asString) : [];
  return [{ urn, ...(typeof parent === "string" ? { parent } : {}), operation, properties }];
}

const shapes: Readonly<Record<ChangeOperation, FlowchartNode["shape"]>> = {
  create: "box",
  import: "box",
  update: "pill",
  replace: "hexagon",
  delete: "frame",
};

/** Makes a flowchart of what changes, each resource beside the component that it is part of. */
export function changesFlowchart(changes: readonly StackChange[]): Flowchart {
  const parents = [...new Set(changes.flatMap(({ parent }) => (isComponent(parent) ? [parent] : [])))];
  const nodes = [
    ...parents.map((urn): FlowchartNode => ({ lines: [nameIn(urn), typeIn(urn)], shape: "box" })),
    ...changes.map(({ urn, operation, properties }): FlowchartNode => {
      const which = properties.length === 0 ? "" : `: ${properties.join(", ")}`;
      return { lines: [operation + which, nameIn(urn), typeIn(urn)], shape: shapes[operation] };
    }),
  ];
  const edges = changes.flatMap(({ parent, operation }, index): readonly FlowchartEdge[] => {
    const from = isComponent(parent) ? parents.indexOf(parent) : -1;
    return from < 0 ? [] : [{ from, to: parents.length + index, label: "", isDashed: operation === "delete" }];
  });
  return { direction: "LR", nodes, edges };
}

function isComponent(parent: string | undefined): parent is string {
  return parent !== undefined && !parent.includes("::pulumi:pulumi:Stack::");
}

function nameIn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

/** Without the provider that all share: `keyvault:Secret`. */
function typeIn(urn: string): string {
  return (urn.split("::")[2] ?? "").replace(/^.*\$/, "").replace(/^azure-native(?:_[^:]*)?:/, "");
}
