import type { DefinitionNode } from "./definition-nodes";
import type { Taint } from "./taint";
import { isSameTaint, join, untainted } from "./taint";

/** What expressions refer to. A trigger has no name. */
type Kind = "outputs" | "inputs" | "result" | "variable" | "parameter" | "item" | "trigger";

interface Cell {
  taint: Taint;
  /** Actions whose expressions refer to it. */
  readonly readers: Set<DefinitionNode>;
}

/** Taint of everything that expressions refer to, and the actions to look at again because it grew. */
export class TaintState {
  private readonly cells: Readonly<Record<Kind, Map<string, Cell>>> = {
    outputs: new Map(),
    inputs: new Map(),
    result: new Map(),
    variable: new Map(),
    parameter: new Map(),
    item: new Map(),
    trigger: new Map(),
  };
  private readonly pending: Set<DefinitionNode>;
  private visited: DefinitionNode | undefined;

  constructor(nodes: readonly DefinitionNode[]) {
    this.pending = new Set(nodes);
  }

  /** Visits every action, and again each that read what has grown since. */
  visitPending(visit: (node: DefinitionNode) => void): void {
    for (const node of this.pending) {
      this.pending.delete(node);
      this.visited = node;
      visit(node);
    }
    this.visited = undefined;
  }

  read(kind: Kind, name: string): Taint {
    const cell = this.cell(kind, name);
    if (this.visited !== undefined) cell.readers.add(this.visited);
    return cell.taint;
  }

  write(kind: Kind, name: string, taint: Taint): void {
    if (taint.kind === "untainted") return;
    const cell = this.cell(kind, name);
    const grown = join(cell.taint, taint);
    if (isSameTaint(cell.taint, grown)) return;
    cell.taint = grown;
    for (const reader of cell.readers) this.pending.add(reader);
  }

  private cell(kind: Kind, name: string): Cell {
    const cells = this.cells[kind];
    const known = cells.get(name);
    if (known !== undefined) return known;
    const made = { taint: untainted, readers: new Set<DefinitionNode>() };
    cells.set(name, made);
    return made;
  }
}
