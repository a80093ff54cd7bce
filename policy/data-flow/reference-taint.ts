import type { CallExpression, Expression } from "../../definition/expressions";
import type { Taint } from "./taint";
import { collapse, parts, property, tainted, untainted } from "./taint";

/** Taint of everything that expressions can reference. Names are in lower case. */
export interface References {
  /** The action in which the expression stands. */
  readonly self: string | undefined;
  outputs(action: string): Taint;
  inputs(action: string): Taint;
  /** Of `result()`: the inputs and outputs of every action within a control action. */
  result(scope: string): Taint;
  variable(name: string): Taint;
  parameter(name: string): Taint;
  triggerOutputs(): Taint;
  /** The current item of a loop; of the innermost one where it is not named. */
  item(loop: string | undefined): Taint;
}

const unnamedAction = tainted("an action that is named by an expression");
const unnamedParameter = tainted("a parameter that is named by an expression");
const callbackUrl = tainted("listCallbackUrl()");

/** Taint of what a function refers to; undefined for one that refers to nothing. */
export function referenceTaint(name: string, call: CallExpression, references: References): Taint | undefined {
  switch (name) {
    case "body":
    case "actionbody":
      return body(outputsTaint(call, references));
    case "formdatavalue":
    case "formdatamultivalues":
    case "multipartbody":
      return collapse(body(outputsTaint(call, references)));
    case "outputs":
    case "actionoutputs":
      return outputsTaint(call, references);
    case "actions": {
      const action = namedKey(call);
      return action === undefined ? unnamedAction : recordTaint(action, references);
    }
    case "action":
      return references.self === undefined ? untainted : recordTaint(references.self, references);
    case "result": {
      const scope = namedKey(call);
      return scope === undefined ? unnamedAction : references.result(scope);
    }
    case "variables": {
      const variable = firstText(call);
      return variable === undefined ? unnamedAction : references.variable(variable);
    }
    case "parameters": {
      const parameter = firstText(call);
      return parameter === undefined ? unnamedParameter : references.parameter(parameter);
    }
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
    case "items": {
      const loop = namedKey(call);
      return loop === undefined ? unnamedAction : references.item(loop);
    }
    case "listcallbackurl":
      return callbackUrl;
    default:
      return undefined;
  }
}

function body(outputs: Taint): Taint {
  return property(outputs, "body");
}

function outputsTaint(call: CallExpression, references: References): Taint {
  const action = namedKey(call);
  return action === undefined ? unnamedAction : references.outputs(action);
}

function recordTaint(action: string, references: References): Taint {
  return parts([
    ["inputs", references.inputs(action)],
    ["outputs", references.outputs(action)],
  ]);
}

/** The literal text that a function is given first, in lower case. */
function firstText({ arguments: [first] }: CallExpression): string | undefined {
  return first === undefined ? undefined : literalText(first)?.toLowerCase();
}

/** Key of the action that a function is given first. */
function namedKey(call: CallExpression): string | undefined {
  const name = firstText(call);
  return name === undefined ? undefined : actionKey(name);
}

export function literalText(expression: Expression): string | undefined {
  return expression.kind === "literal" && typeof expression.value === "string" ? expression.value : undefined;
}

/** Name of an action as expressions may write it: in any case, and the designer puts underscores for spaces. */
export function actionKey(name: string): string {
  return name.toLowerCase().replaceAll(" ", "_");
}
