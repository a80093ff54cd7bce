import type { Template } from "../../definition/expressions";
import { ExpressionSyntaxError, parseTemplate } from "../../definition/expressions";

/** A string of a definition, or what is not known of it. */
export interface Leaf {
  /** The property path from the value down, such as `inputs.body.value`. */
  readonly path: string;
  /** `unknown` where the value is known only after deployment, `unreadable` where Logic Apps could not read it either. */
  readonly template: Template | "unknown" | "unreadable";
}

/** An object or a list of a JSON value on the way down to a string. */
interface Container {
  readonly within: Container | undefined;
  readonly name: string | number;
  readonly value: Readonly<Record<string | number, unknown>>;
  /** Names of an object's properties; absent for a list. */
  readonly names: readonly string[] | undefined;
  readonly size: number;
  /** Number of the items that were read. */
  read: number;
}

/** A string of a JSON value and its place, or the name of a property. */
export class PlacedText {
  constructor(
    readonly text: string,
    private readonly key: string | number,
    private readonly within: Container | undefined,
  ) {}

  /** Name of the property that holds it, or that holds the list that does. */
  name(): string {
    let name = this.key;
    for (let at = this.within; typeof name === "number" && at !== undefined; at = at.within) name = at.name;
    return String(name);
  }

  path(): string {
    return formatPath(this.key, this.within);
  }
}

/**
 * Every string of a JSON value and every name of a property that holds an expression, in the order written.
 *
 * @param isWanted of a string; @default all are
 */
export function findTexts(
  value: unknown,
  root: string,
  isWanted: (text: string) => boolean = () => true,
): readonly PlacedText[] {
  const found: PlacedText[] = [];
  walk(value, root, (text, name, within) => {
    if (typeof text === "string" && isWanted(text)) found.push(new PlacedText(text, name, within));
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
  walk(value, root, (text, name, within) => {
    const template = readTemplate(text);
    if (template !== undefined) leaves.push({ path: formatPath(name, within), template });
  });
  return leaves;
}

/** The same as {@link findLeaves}, where nobody asks for the paths. */
export function findTemplates(value: unknown): Leaf["template"][] {
  const templates: Leaf["template"][] = [];
  walk(value, "", (text) => {
    const template = readTemplate(text);
    if (template !== undefined) templates.push(template);
  });
  return templates;
}

type Visit = (text: string | symbol, name: string | number, within: Container | undefined) => void;

/** Visits every string and symbol. Most of them are of no interest, so nothing is allocated for them. */
function walk(value: unknown, root: string, visit: Visit): void {
  let at = enter(value, root, undefined, visit);
  while (at !== undefined) {
    const index = at.read;
    if (index === at.size) {
      at = at.within;
      continue;
    }
    at.read += 1;
    const name = at.names?.[index] ?? index;
    at = enter(at.value[name], name, at, visit);
  }
}

/** @returns where to go on: the value itself if it has items, or what it is within */
function enter(
  value: unknown,
  name: string | number,
  within: Container | undefined,
  visit: Visit,
): Container | undefined {
  if (typeof value === "string" || typeof value === "symbol") visit(value, name, within);
  if (typeof value !== "object" || value === null) return within;
  const names = Array.isArray(value) ? undefined : Object.keys(value);
  const size = names?.length ?? (value as readonly unknown[]).length;
  const container = { within, name, value: value as Container["value"], names, size, read: 0 };
  for (const each of names ?? []) if (each.includes("@")) visit(each, each, container);
  return container;
}

/** @returns undefined for a text without expressions */
function readTemplate(text: string | symbol): Leaf["template"] | undefined {
  if (typeof text === "symbol") return "unknown";
  if (!text.includes("@")) return undefined;
  try {
    const template = parseTemplate(text);
    return template.kind === "text" ? undefined : template;
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return "unreadable";
    throw error;
  }
}

const longestPath = 12;

/** Names that are no plain identifiers are left out: a name that an expression makes could hold anything. */
function formatPath(name: string | number, within: Container | undefined): string {
  const names = [formatName(name)];
  for (let at = within; at !== undefined; at = at.within) names.push(formatName(at.name));
  const shown = names.length > longestPath ? [...names.slice(0, longestPath - 2), ".…", ...names.slice(-1)] : names;
  return shown.reverse().join("").slice(1);
}

function formatName(name: string | number): string {
  if (typeof name === "number") return `[${name}]`;
  return /^[\w$.-]{1,40}$/.test(name) ? `.${name}` : ".*";
}
