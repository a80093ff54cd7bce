import type { CallExpression, Expression, Template } from "../../definition/expressions";
import { isPublicField } from "./public-fields";
import type { Taint } from "./taint";
import { collapse, join, untainted, parts, property, tainted } from "./taint";

/** Taint of everything that expressions can reference. Names are in lower case. */
export interface References {
  readonly outputs: (action: string) => Taint;
  readonly inputs: (action: string) => Taint;
  /** Of `result()`: the inputs and outputs of every action within a control action. */
  readonly result: (scope: string) => Taint;
  readonly variable: (name: string) => Taint;
  readonly parameter: (name: string) => Taint;
  readonly triggerOutputs: () => Taint;
  /** The current item of a loop; of the innermost one where it is not named. */
  readonly item: (loop: string | undefined) => Taint;
  /** The action in which the expression stands. */
  readonly self: string | undefined;
}

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

const unnamedAction = tainted("an action that is named by an expression");

/** Taint of the value of an expression. Expressions nest at most 256 levels deep. */
export function expressionTaint(expression: Expression, references: References): Taint {
  if (expression.kind === "literal") return untainted;
  if (expression.kind === "property") {
    const of = expressionTaint(expression.of, references);
    // An array has its items' taint.
    if (isIndex(expression.property)) return of;
    const name = literalText(expression.property);
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

/** @returns undefined for a function that refers to nothing */
function referenceTaint(name: string, call: CallExpression, references: References): Taint | undefined {
  const [first] = call.arguments;
  const named = first === undefined ? undefined : literalText(first)?.toLowerCase();
  const of = (read: (name: string) => Taint): Taint => (named === undefined ? unnamedAction : read(actionKey(named)));
  const body = (outputs: Taint): Taint => property(outputs, "body");
  const record = (action: string): Taint =>
    parts([
      ["inputs", references.inputs(action)],
      ["outputs", references.outputs(action)],
    ]);
  switch (name) {
    case "body":
    case "actionbody":
      return body(of(references.outputs));
    case "formdatavalue":
    case "formdatamultivalues":
    case "multipartbody":
      return collapse(body(of(references.outputs)));
    case "outputs":
    case "actionoutputs":
      return of(references.outputs);
    case "actions":
      return of(record);
    case "action":
      return references.self === undefined ? untainted : record(references.self);
    case "result":
      return of(references.result);
    case "variables":
      return named === undefined ? unnamedAction : references.variable(named);
    case "parameters":
      return named === undefined ? tainted("a parameter that is named by an expression") : references.parameter(named);
    case "trigger":
      return parts([["outputs", references.triggerOutputs()]]);
    case "triggeroutputs":
      return references.triggerOutputs();
    case "triggerbody":
      return body(references.triggerOutputs());
    case "triggerformdatavalue":
    case "triggerformdatamultivalues":
    case "triggermultipartbody":
      return collapse(body(references.triggerOutputs()));
    case "item":
      return references.item(undefined);
    case "items":
      return of(references.item);
    case "listcallbackurl":
      return tainted("listCallbackUrl()");
    default:
      return undefined;
  }
}

function computedTaint(name: string, call: CallExpression, references: References): Taint {
  const given = call.arguments.map((argument) => expressionTaint(argument, references));
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

function literalText(expression: Expression): string | undefined {
  return expression.kind === "literal" && typeof expression.value === "string" ? expression.value : undefined;
}

/** Name of an action as expressions may write it: in any case, and the designer puts underscores for spaces. */
export function actionKey(name: string): string {
  return name.toLowerCase().replaceAll(" ", "_");
}
