import type { CallExpression, Expression, Template } from "../../definition/expressions";
import { isPublicField } from "./public-fields";
import type { References } from "./reference-taint";
import { literalText, referenceTaint } from "./reference-taint";
import type { Taint } from "./taint";
import { collapse, join, untainted, parts, property, tainted } from "./taint";

/** Taint of the value of a string in a definition. */
export function templateTaint(template: Template, references: References): Taint {
  switch (template.kind) {
    case "text":
      return untainted;
    case "expression":
      return expressionTaint(template.expression, references);
    case "interpolation":
      return template.parts.reduce<Taint>(
        (found, part) => (typeof part === "string" ? found : join(found, collapse(expressionTaint(part, references)))),
        untainted,
      );
  }
}

/** A condition tells of a secret no more than yes or no. */
export const comparisons = new Set(
  "equals not and or empty length contains greater greaterorequals less lessorequals startswith endswith".split(" "),
);

/** Taint of the value of an expression. Expressions nest at most 256 levels deep. */
export function expressionTaint(expression: Expression, references: References): Taint {
  if (expression.kind === "literal") return untainted;
  if (expression.kind === "property") {
    const of = expressionTaint(expression.of, references);
    // An array has its items' taint.
    if (isIndex(expression.property)) return of;
    const name = literalText(expression.property);
    if (of.kind === "untainted" && name !== undefined) return untainted;
    // Also of an answer that was text and is read as JSON, of which everything else counts as secret.
    if (isPublicField(name)) return untainted;
    // What a secret index picks is the secret's to tell.
    return name === undefined
      ? join(property(of, undefined), collapse(expressionTaint(expression.property, references)))
      : property(of, name);
  }
  const name = expression.name.toLowerCase();
  if (comparisons.has(name)) return untainted;
  return referenceTaint(name, expression, references) ?? computedTaint(name, expression, references);
}

function computedTaint(name: string, call: CallExpression, references: References): Taint {
  const given = call.arguments.map((argument) => expressionTaint(argument, references));
  if (given.every(({ kind }) => kind === "untainted")) return untainted;
  const [first = untainted, second = untainted, third = untainted] = given;
  const named = call.arguments[1] === undefined ? undefined : literalText(call.arguments[1]);
  switch (name) {
    // The same value in another form: what json() reads of string() has the same properties.
    // Also an array of it, and an item of that.
    case "string":
    case "json":
    case "coalesce":
    case "createarray":
    case "first":
    case "last":
      return given.reduce(join, untainted);
    case "if":
      return join(second, third);
    case "removeproperty":
      return named === undefined ? first : without(first, named);
    case "addproperty":
    case "setproperty":
      if (named === undefined) break;
      return join(without(first, named), parts([[named, collapse(third)]]));
  }
  return given.reduce<Taint>((found, taint) => join(found, collapse(taint)), untainted);
}

function without(of: Taint, name: string): Taint {
  if (of.kind !== "parts") return of;
  const removed = parts([[name, tainted("")]]);
  const names = removed.kind === "parts" ? removed.parts : new Map<string, Taint>();
  return parts([...of.parts].filter(([part]) => !names.has(part)));
}

function isIndex(expression: Expression): boolean {
  return expression.kind === "literal" && typeof expression.value !== "string";
}
