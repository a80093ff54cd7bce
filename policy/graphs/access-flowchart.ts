import type { Flowchart, FlowchartEdge, FlowchartNode } from "../../pictures/mermaid";
import type { Access, AccessChange, Party, PartyKind } from "./access";

const shapes: Readonly<Record<PartyKind, FlowchartNode["shape"]>> = {
  "Logic App": "box",
  Identity: "pill",
  Principal: "pill",
  Connector: "hexagon",
  Vault: "cylinder",
  Secret: "cylinder",
  "Service Bus": "cylinder",
  Resource: "cylinder",
  Scope: "cylinder",
};

/** Makes a flowchart of who may do what. */
export function accessFlowchart(all: readonly Access[]): Flowchart {
  return flowchart(all.map((access) => ({ access, prefix: "", isDashed: false })));
}

/** Makes a flowchart of what is granted and what is withdrawn. */
export function accessChangeFlowchart({ added, removed }: AccessChange): Flowchart {
  return flowchart([
    ...added.map((access) => ({ access, prefix: "added: ", isDashed: false })),
    ...removed.map((access) => ({ access, prefix: "removed: ", isDashed: true })),
  ]);
}

function flowchart(
  arrows: readonly { readonly access: Access; readonly prefix: string; readonly isDashed: boolean }[],
): Flowchart {
  const ids = new Map<string, number>();
  const nodes: FlowchartNode[] = [];
  const idOf = ({ kind, name }: Party): number => {
    const key = `${kind} ${name}`;
    const id = ids.get(key) ?? nodes.length;
    if (id === nodes.length) nodes.push({ lines: [kind, name], shape: shapes[kind] });
    ids.set(key, id);
    return id;
  };
  const edges = arrows.map(({ access: { from, to, rights }, prefix, isDashed }): FlowchartEdge => {
    return { from: idOf(from), to: idOf(to), label: prefix + rights.join(", "), isDashed };
  });
  return { direction: "LR", nodes, edges };
}
