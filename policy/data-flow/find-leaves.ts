import type { Template } from "../../definition/expressions";
import { ExpressionSyntaxError, parseTemplate } from "../../definition/expressions";

/** A string of a definition, or what is not known of it. */
export interface Leaf {
  /** The property path from the value down, such as `inputs.body.value`. */
  readonly path: string;
  /** `unknown` where the value is known only after deployment, `unreadable` where Logic Apps could not read it either. */
  readonly template: Template | "unknown" | "unreadable";
}

interface Place {
  readonly within: Place | undefined;
  readonly name: string | number;
  readonly value: unknown;
}

/** A string of a JSON value where it stands. */
export interface PlacedText {
  readonly text: string;
  /** Of the property that holds it, or the list that does. */
  readonly name: string;
  readonly path: () => string;
}

/** Every string of a JSON value and every name of a property that holds an expression, in the order written. */
export function findTexts(value: unknown, root: string): readonly PlacedText[] {
  const found: PlacedText[] = [];
  walk(value, root, (text, place) => {
    if (typeof text === "string") found.push({ text, name: nameOf(place), path: () => formatPath(place) });
  });
  return found;
}

/**
 * Every string of a JSON value that holds an expression, and every unknown leaf, in the order written.
 *
 * Names of properties count as strings, as they do to Logic Apps. However deep the value is, the stack is not.
 */
export function findLeaves(value: unknown, root: string): Leaf[] {
  const leaves: Leaf[] = [];
  walk(value, root, (text, place) => {
    const template = typeof text === "symbol" ? "unknown" : readTemplate(text);
    if (typeof template === "string" || template.kind !== "text") leaves.push({ path: formatPath(place), template });
  });
  return leaves;
}

/** Name of the property that holds a place, or the lists that do. */
function nameOf(place: Place): string {
  let at = place;
  while (typeof at.name === "number" && at.within !== undefined) at = at.within;
  return String(at.name);
}

function walk(value: unknown, root: string, visit: (text: string | symbol, place: Place) => void): void {
  const pending: Place[] = [{ within: undefined, name: root, value }];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const within = place;
    const { value: current } = within;
    if (typeof current === "string" || typeof current === "symbol") visit(current, within);
    else if (Array.isArray(current)) {
      for (let name = current.length - 1; name >= 0; name -= 1) pending.push({ within, name, value: current[name] });
    } else if (typeof current === "object" && current !== null) {
      const entries = Object.entries(current);
      for (const [name] of entries) if (name.includes("@")) visit(name, { within, name, value: name });
      for (const [name, item] of entries.reverse()) pending.push({ within, name, value: item });
    }
  }
}

/** Workflows of a stack are much alike, and rules read the same strings again. */
const parsed = new Map<string, Leaf["template"]>();
const parsedAtMost = 4096;

function readTemplate(text: string): Leaf["template"] {
  if (!text.includes("@")) return { kind: "text", text };
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const template = parse(text);
  if (parsed.size >= parsedAtMost) parsed.clear();
  parsed.set(text, template);
  return template;
}

function parse(text: string): Leaf["template"] {
  try {
    return parseTemplate(text);
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return "unreadable";
    throw error;
  }
}

const longestPath = 12;

/** Names that are no plain identifiers are left out: a name that an expression makes could hold anything. */
function formatPath(place: Place): string {
  const names: string[] = [];
  for (let at: Place | undefined = place; at !== undefined; at = at.within) {
    names.push(typeof at.name === "number" ? `[${at.name}]` : /^[\w$.-]{1,40}$/.test(at.name) ? `.${at.name}` : ".*");
  }
  const shown = names.length > longestPath ? [...names.slice(0, longestPath - 2), ".…", ...names.slice(-1)] : names;
  return shown.reverse().join("").slice(1);
}
