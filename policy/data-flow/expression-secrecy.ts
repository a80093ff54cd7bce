import type { CallExpression, Expression, Template } from "../../definition/expressions";
import type { Secrecy } from "./secrecy";
import { collapse, join, open, parts, property, secret } from "./secrecy";

/** What is known of the things that expressions refer to. Names are in lower case. */
export interface References {
  readonly outputs: (action: string) => Secrecy;
  readonly inputs: (action: string) => Secrecy;
  /** Of `result()`: the inputs and outputs of every action within a control action. */
  readonly result: (scope: string) => Secrecy;
  readonly variable: (name: string) => Secrecy;
  readonly parameter: (name: string) => Secrecy;
  readonly triggerOutputs: Secrecy;
  /** The current item of a loop; of the innermost one where it is not named. */
  readonly item: (loop: string | undefined) => Secrecy;
  /** The action in which the expression stands. */
  readonly self: string | undefined;
}

/** What is secret of what a string of a definition gives. */
export function templateSecrecy(template: Template, references: References): Secrecy {
  switch (template.kind) {
    case "text":
      return open;
    case "expression":
      return expressionSecrecy(template.expression, references);
    case "interpolation":
      return template.parts.reduce<Secrecy>(
        (found, part) =>
          typeof part === "string" ? found : join(found, collapse(expressionSecrecy(part, references))),
        open,
      );
  }
}

/** A condition tells of a secret no more than yes or no. */
const comparisons = new Set(
  "equals not and or empty length contains greater greaterorequals less lessorequals startswith endswith".split(" "),
);

const unnamedAction = secret("an action that is named by an expression");

/** What is secret of what an expression gives. Expressions nest at most 256 deep. */
export function expressionSecrecy(expression: Expression, references: References): Secrecy {
  if (expression.kind === "literal") return open;
  if (expression.kind === "property") {
    const of = expressionSecrecy(expression.of, references);
    const name = literalText(expression.property);
    // What a secret index picks is the secret's to tell.
    return name === undefined
      ? join(property(of, undefined), collapse(expressionSecrecy(expression.property, references)))
      : property(of, name);
  }
  const name = expression.name.toLowerCase();
  if (comparisons.has(name)) return open;
  return referenceSecrecy(name, expression, references) ?? computedSecrecy(name, expression, references);
}

/** @returns undefined for a function that refers to nothing */
function referenceSecrecy(name: string, call: CallExpression, references: References): Secrecy | undefined {
  const [first] = call.arguments;
  const named = first === undefined ? undefined : literalText(first)?.toLowerCase();
  const of = (read: (name: string) => Secrecy): Secrecy =>
    named === undefined ? unnamedAction : read(actionKey(named));
  const body = (outputs: Secrecy): Secrecy => property(outputs, "body");
  const record = (action: string): Secrecy =>
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
      return references.self === undefined ? open : record(references.self);
    case "result":
      return of(references.result);
    case "variables":
      return named === undefined ? unnamedAction : references.variable(named);
    case "parameters":
      return named === undefined ? secret("a parameter that is named by an expression") : references.parameter(named);
    case "trigger":
      return parts([["outputs", references.triggerOutputs]]);
    case "triggeroutputs":
      return references.triggerOutputs;
    case "triggerbody":
      return body(references.triggerOutputs);
    case "triggerformdatavalue":
    case "triggerformdatamultivalues":
    case "triggermultipartbody":
      return collapse(body(references.triggerOutputs));
    case "item":
      return references.item(undefined);
    case "items":
      return of(references.item);
    case "listcallbackurl":
      return secret("listCallbackUrl()");
    default:
      return undefined;
  }
}

function computedSecrecy(name: string, call: CallExpression, references: References): Secrecy {
  const given = call.arguments.map((argument) => expressionSecrecy(argument, references));
  const [first = open, second = open, third = open] = given;
  const named = call.arguments[1] === undefined ? undefined : literalText(call.arguments[1]);
  switch (name) {
    // The same value in another form: what json() reads of string() has the same properties.
    case "string":
    case "json":
    case "coalesce":
      return given.reduce(join, open);
    case "if":
      return join(second, third);
    case "removeproperty":
      return named === undefined ? first : without(first, named);
    case "addproperty":
    case "setproperty":
      if (named === undefined) break;
      return join(without(first, named), parts([[named, collapse(third)]]));
  }
  return given.reduce<Secrecy>((found, secrecy) => join(found, collapse(secrecy)), open);
}

function without(of: Secrecy, name: string): Secrecy {
  if (of.kind !== "parts") return of;
  const removed = parts([[name, secret("")]]);
  const names = removed.kind === "parts" ? removed.parts : new Map<string, Secrecy>();
  return parts([...of.parts].filter(([part]) => !names.has(part)));
}

function literalText(expression: Expression): string | undefined {
  return expression.kind === "literal" && typeof expression.value === "string" ? expression.value : undefined;
}

/** Name of an action as expressions may write it: in any case, and the designer puts underscores for spaces. */
export function actionKey(name: string): string {
  return name.toLowerCase().replaceAll(" ", "_");
}
