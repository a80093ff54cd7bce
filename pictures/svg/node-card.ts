import { plainText } from "../text/plain-text";
import { textWidth, wrapText, type Font } from "../text/wrap-text";
import { describeSecured, type WorkflowNode } from "../workflow/workflow-graph";
import type { Size } from "../layout/layout-branch";
import type { NodeOutcome } from "./outcomes";

/** Fonts of a picture, by the class of the text. */
export const fonts = {
  name: { size: 13, bold: true },
  operation: { size: 12 },
  hidden: { size: 12 },
  outcome: { size: 12, bold: true },
  branch: { size: 12, bold: true },
  label: { size: 11 },
} as const satisfies Readonly<Record<string, Font>>;

/** A line of text on a node. */
export interface CardLine {
  readonly kind: "name" | "operation" | "hidden" | "outcome";
  readonly text: string;
  /** True on the first line of what has a sign before it. */
  readonly hasSign: boolean;
}

/** A node's text. */
export interface NodeCard extends Size {
  readonly lines: readonly CardLine[];
}

/** Space around a node's text, the height of a line, and the space that a sign takes with what is after it. */
export const spacing = { x: 12, y: 8, line: 17, sign: 17 } as const;

const widest = 200;
const narrowest = 96;

/** Lays out a node's text: its name, what it does, what run history hides of it, and what became of it in a run. */
export function layOutCard(node: WorkflowNode, outcome: NodeOutcome | undefined): NodeCard {
  const secured = describeSecured(node);
  const lines = [
    ...cardLines("name", node.name, 4),
    ...cardLines("operation", node.operation, 2),
    ...cardLines("hidden", secured === "" ? "" : `${secured} hidden`, 1),
    ...cardLines("outcome", outcome?.words ?? "", 3),
  ];
  const width = Math.max(narrowest, ...lines.map(({ kind, text }) => indent(kind) + textWidth(text, fonts[kind])));
  return { lines, width: Math.ceil(width) + 2 * spacing.x, height: lines.length * spacing.line + 2 * spacing.y };
}

/** Where a line of a kind begins: after the sign, if its kind has one. */
export function indent(kind: CardLine["kind"]): number {
  return kind === "hidden" || kind === "outcome" ? spacing.sign : 0;
}

function cardLines(kind: CardLine["kind"], text: string, most: number): readonly CardLine[] {
  const hasSign = indent(kind) > 0;
  return wrapText(plainText(text), fonts[kind], widest - indent(kind), most).map((line, index) => ({
    kind,
    text: line,
    hasSign: hasSign && index === 0,
  }));
}
