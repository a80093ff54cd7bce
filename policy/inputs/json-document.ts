import type { Node, ParseError } from "jsonc-parser";
import { getNodeValue, parseTree } from "jsonc-parser";
import { InputError } from "./input-error";
import { readText } from "./read-text";

/** JSON of a file, with the lines that its parts stand in. */
export interface JsonDocument {
  readonly value: unknown;
  /**
   * Line, from 1, of the deepest part that a path leads to.
   *
   * @param paths such as `resources[0].properties.definition`; the one that leads furthest counts
   */
  lineOf(this: void, ...paths: readonly string[]): number;
}

/** Stands for a line break within a text, which only Azure's JSON may have. */
const lineBreak = "\uE00A";

/**
 * Reads JSON as Azure Resource Manager and Visual Studio Code do: with comments, and texts over several lines. No error
 * shows any of it.
 *
 * @throws InputError if the file cannot be read, or is not JSON
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax#multi-line-strings
 */
export async function readJsonDocument(option: string, file: string, fix: string): Promise<JsonDocument> {
  const text = await readText(option, file);
  const lineAt = linesOf(text);
  const errors: ParseError[] = [];
  let root: Node | undefined;
  let value: unknown;
  try {
    root = parseTree(markLineBreaks(text), errors, { allowTrailingComma: true });
    value = root === undefined ? undefined : withLineBreaks(getNodeValue(root));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(option, file, "it nests too deeply.");
  }
  const [error] = errors;
  if (root === undefined || error !== undefined) {
    throw new InputError(option, file, `it is not JSON, from line ${lineAt(error?.offset ?? 0)} on. ${fix}`);
  }
  const tree = root;
  return {
    value,
    lineOf: (...paths) => {
      const found = paths.map((path) => follow(tree, path)).sort((a, b) => b.length - a.length);
      return lineAt(found[0]?.offset ?? 0);
    },
  };
}

/** Numbers the lines of a text once, for many offsets. */
function linesOf(text: string): (offset: number) => number {
  const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (offset) => {
    let [low, high] = [0, breaks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** Marks line breaks within texts; every other character keeps its place. */
function markLineBreaks(text: string): string {
  return text.replace(/"(?:[^"\\]|\\[^])*"|\/\/.*|\/\*[^]*?\*\//g, (part) =>
    part.startsWith('"') ? part.replaceAll(/\r(?=\n)/g, " ").replaceAll("\n", lineBreak) : part,
  );
}

function withLineBreaks(value: unknown): unknown {
  if (typeof value === "string") return value.includes(lineBreak) ? value.replaceAll(lineBreak, "\n") : value;
  if (Array.isArray(value)) return value.map(withLineBreaks);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withLineBreaks(item)]));
}

/** How much of a path the document has, in characters, and where that ends. */
function follow(root: Node, path: string): { length: number; offset: number } {
  let node = root;
  let at = 0;
  let offset = root.offset;
  for (;;) {
    const step = stepInto(node, path.slice(at));
    if (step === undefined) return { length: at, offset };
    at += step.length;
    node = step.value;
    offset = step.offset;
  }
}

/** Names may contain dots and brackets, so the longest name that fits counts. */
function stepInto(node: Node, path: string): { length: number; offset: number; value: Node } | undefined {
  const children = (node.children ?? []).flatMap((child, index) => {
    if (node.type === "array") return [{ names: [`[${index}]`], offset: child.offset, value: child }];
    const [key, value] = child.children ?? [];
    const name = String(key?.value);
    return value === undefined ? [] : [{ names: [`.${name}`, `[${name}]`, name], offset: child.offset, value }];
  });
  const fitting = children.flatMap(({ names, ...child }) =>
    names
      .filter((name) => path.startsWith(name) && /^(?:$|[.[])/.test(path.slice(name.length)))
      .map((name) => ({ ...child, length: name.length })),
  );
  return fitting.sort((a, b) => b.length - a.length)[0];
}
