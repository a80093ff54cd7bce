import { isObject } from "../../definition";
import { encrypted } from "../stack";
import type { Context } from "./context";
import { evaluateExpression } from "./evaluate-expression";
import { parseTemplateExpression } from "./template-expression";
import { Undecided } from "./undecided";

/** Beyond it, a value is undecided: Azure itself refuses objects that nest so deeply. */
const maximumDepth = 500;
const tooDeep = new Undecided("deep", "it nests too deeply");

/** Azure copies at most 800 times. */
export const mostCopies = 800;

/**
 * Evaluates the expressions in a value of a template, in the names of its properties too, and its copy loops.
 *
 * An expression is a text in brackets. `[[` begins a text with a bracket; what Logic Apps evaluates, such as `@{…}`, is
 * text.
 */
export function evaluateValue(value: unknown, context: Context, depth = 0): unknown {
  if (typeof value === "symbol") return ofSymbol(value);
  if (typeof value === "string") return evaluateText(value, context);
  if (typeof value !== "object" || value === null || value instanceof Undecided) return value;
  if (depth > maximumDepth) return tooDeep;
  if (Array.isArray(value)) return value.map((item) => evaluateValue(item, context, depth + 1));
  const entries = Object.entries(value).flatMap(([name, item]): readonly (readonly [string, unknown])[] =>
    isPropertyCopy(name, item)
      ? item.map((loop) => copyProperty(loop, context, depth))
      : [[evaluateName(name, context), evaluateValue(item, context, depth + 1)]],
  );
  return Object.fromEntries(entries);
}

/** Evaluates a text of a template. */
export function evaluateText(text: string, context: Context): unknown {
  if (!text.startsWith("[")) return text;
  if (text.startsWith("[[")) return text.slice(1);
  if (!text.endsWith("]")) return text;
  const expression = parseTemplateExpression(text.slice(1, -1));
  return expression === undefined
    ? new Undecided(`syntax ${text}`, "an expression cannot be read")
    : evaluateExpression(expression, context);
}

/** A name that is not decided stays as it is written. */
function evaluateName(name: string, context: Context): string {
  const evaluated = evaluateText(name, context);
  return typeof evaluated === "string" ? evaluated : name;
}

/** A value that a stack's program gives a template: it has no expressions, but what is unknown at preview. */
export function previewedValue(value: unknown, depth = 0): unknown {
  if (typeof value === "symbol") return ofSymbol(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth > maximumDepth) return tooDeep;
  if (Array.isArray(value)) return value.map((item) => previewedValue(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, previewedValue(item, depth + 1)]));
}

function ofSymbol(symbol: symbol): Undecided {
  return new Undecided(symbol.toString(), "a value is known only after deployment", {
    isSecret: symbol === encrypted,
  });
}

interface PropertyCopy {
  readonly name: string;
  readonly count: unknown;
  readonly input: unknown;
}

function isPropertyCopy(name: string, item: unknown): item is readonly PropertyCopy[] {
  return (
    name.toLowerCase() === "copy" &&
    Array.isArray(item) &&
    item.length > 0 &&
    item.every((loop) => isObject(loop) && typeof loop.name === "string" && "count" in loop && "input" in loop)
  );
}

function copyProperty({ name, count, input }: PropertyCopy, context: Context, depth: number): [string, unknown] {
  const times = evaluateValue(count, context);
  if (typeof times !== "number" || times > mostCopies) {
    return [name, new Undecided(`copy ${name} ${depth}`, "how often a property is copied is not known")];
  }
  const items = Array.from({ length: times }, (_, index) =>
    evaluateValue(input, inCopy(context, name, index), depth + 1),
  );
  return [name, items];
}

/** The context of one turn of a copy loop. */
export function inCopy(context: Context, name: string, index: unknown): Context {
  return { ...context, copies: new Map([[name.toLowerCase(), index], ...context.copies]) };
}
