import { asObject } from "../../definition";
import type { CallExpression, Expression } from "../../definition/expressions";
import { callsIn } from "../../definition/expressions";
import { isMadeFromInputs } from "./action-kinds";
import type { DefinitionNode } from "./definition-nodes";
import { comparisons } from "./expression-taint";
import { findTemplates } from "./find-leaves";
import { actionKey } from "./reference-taint";
import { isPublicField } from "./public-fields";
import type { Taint } from "./taint";
import { join, parts, property, tainted, taintOrigin, untainted } from "./taint";

/** Taint of values that are later written to a vault as a secret's value, or set as a user's password. */
export interface BackwardTaint {
  /** Of the outputs of actions, by key. */
  readonly outputs: ReadonlyMap<string, Taint>;
  /** Of the trigger's outputs: a caller who sends a value to be kept secret shows it in the trigger's history first. */
  readonly trigger: Taint;
  /** Names of variables that hold such a value which the workflow itself makes, in lower case. */
  readonly variables: ReadonlySet<string>;
  /** Actions whose inputs make such a value, such as a generated password. */
  readonly made: ReadonlySet<DefinitionNode>;
}

type Path = readonly string[];

/** Property names from the outermost down, and the node in whose expression they stand. */
interface Demand {
  readonly expression: Expression;
  readonly path: Path;
  readonly node: DefinitionNode;
  /** Where the value is set as a password, of which even a `guid()` of its own is no id. */
  readonly isPassword: boolean;
}

/**
 * Follows each value that is written to a vault or set as a password back to where it comes from: through Compose, Parse
 * JSON, variables and loops to answers and the trigger. Literals, times and public fields are not secret.
 *
 * Each place is demanded once: the work grows with the size of the definition, whatever cycles there are.
 */
export function backwardTaint(nodes: readonly DefinitionNode[]): BackwardTaint {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const outputs = new Map<string, Taint>();
  const variables = new Set<string>();
  const made = new Set<DefinitionNode>();
  const demanded = new Set<string>();
  const pending: Demand[] = [];
  let trigger = untainted;

  const demandValue = (value: unknown, path: Path, node: DefinitionNode, isPassword: boolean): void => {
    const [first, ...rest] = path;
    if (first !== undefined && typeof value === "object" && value !== null && !Array.isArray(value)) {
      const found = Object.entries(value).find(([name]) => name.toLowerCase() === first.toLowerCase());
      if (found !== undefined) demandValue(found[1], rest, node, isPassword);
      return;
    }
    for (const template of findTemplates(value)) {
      if (typeof template === "string" || template.kind === "text") continue;
      if (template.kind === "expression") pending.push({ expression: template.expression, path, node, isPassword });
      else
        for (const part of template.parts)
          if (typeof part !== "string") pending.push({ expression: part, path: [], node, isPassword });
    }
  };

  const demandVariable = (name: string, isPassword: boolean): void => {
    if (!isNew(`variable ${name} ${String(isPassword)}`)) return;
    for (const node of nodes) {
      const { name: set, value, variables: initial } = asObject(node.json.inputs);
      if (!node.kind.endsWith("variable")) continue;
      const values = [
        ...(lowerCase(set) === name ? [value] : []),
        ...(Array.isArray(initial) ? (initial as unknown[]).map(asObject) : []).flatMap((each) =>
          lowerCase(each.name) === name ? [each.value] : [],
        ),
      ];
      for (const each of values) {
        if (generates(each, isPassword)) {
          made.add(node);
          variables.add(name);
        }
        demandValue(each, [], node, isPassword);
      }
    }
  };

  const demandOutputs = (key: string, path: Path, isPassword: boolean): void => {
    const node = byKey.get(key);
    if (node === undefined || !isNew(`${key} ${path.join(" ")} ${String(isPassword)}`)) return;
    const { inputs } = node.json;
    const below = path[0]?.toLowerCase() === "body" ? path.slice(1) : path;
    if (node.kind === "compose") {
      if (generates(inputs, isPassword)) made.add(node);
      demandValue(inputs, below, node, isPassword);
    } else if (node.kind === "parsejson") demandValue(asObject(inputs).content, below, node, isPassword);
    else if (isMadeFromInputs(node.kind)) demandValue(inputs, [], node, isPassword);
    else if (node.role === "action" && !isPublicField(path.at(-1)) && !answersSecretAlready(node, path)) {
      outputs.set(
        key,
        join(
          outputs.get(key) ?? untainted,
          at(path, `the value of "${node.name}" that is ${isPassword ? "set as a password" : "written to a vault"}`),
        ),
      );
    }
  };

  const isNew = (place: string): boolean => demanded.size < demanded.add(place).size;

  const demandCall = (call: CallExpression, { path, node, isPassword }: Demand): void => {
    const name = call.name.toLowerCase();
    const [first] = call.arguments;
    const named = first?.kind === "literal" && typeof first.value === "string" ? actionKey(first.value) : "";
    const push = (expressions: readonly Expression[], below: Path): void => {
      for (const expression of expressions) pending.push({ expression, path: below, node, isPassword });
    };
    const demandTrigger = (below: Path): void => {
      if (!isPublicField(below.at(-1)))
        trigger = join(trigger, at(below, isPassword ? "the password that a caller sends" : origin));
    };
    if (comparisons.has(name)) return;
    if (name === "body" || name === "actionbody") demandOutputs(named, ["body", ...path], isPassword);
    else if (name === "outputs" || name === "actionoutputs") demandOutputs(named, path, isPassword);
    else if (name === "actions") demandOutputs(named, path.slice(1), isPassword);
    else if (name === "variables") demandVariable(named, isPassword);
    else if (name === "triggerbody") demandTrigger(["body", ...path]);
    else if (name === "triggeroutputs") demandTrigger(path);
    else if (name === "trigger") demandTrigger(path.slice(1));
    else if (/^trigger(?:formdatavalue|formdatamultivalues|multipartbody)$/.test(name)) demandTrigger(["body"]);
    else if (name === "item" || name === "items") {
      const loop = name === "items" ? named : node.within.filter(({ kind }) => kind === "foreach").at(-1)?.key;
      const around = byKey.get(loop ?? "");
      if (around !== undefined && isNew(`items ${around.key}`))
        demandValue(around.json.foreach, [], around, isPassword);
    } else if (name === "if") push(call.arguments.slice(1), path);
    else push(call.arguments, passesThrough.has(name) ? path : []);
  };

  for (const node of nodes) {
    if (node.writtenValue !== undefined) demandValue(node.writtenValue, wholeBody(node), node, false);
    if (node.password !== undefined) demandValue(node.password, [], node, true);
  }
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { expression, path } = next;
    if (expression.kind === "literal") continue;
    if (expression.kind === "call") demandCall(expression, next);
    else {
      const { property: index } = expression;
      const name = index.kind === "literal" && typeof index.value === "string" ? [index.value] : [];
      pending.push({ ...next, expression: expression.of, path: [...name, ...path] });
    }
  }
  return { outputs, trigger, variables, made };
}

const origin = "the value that a caller sends to be written to a vault";

/** Functions that give the same value in another form. */
const passesThrough = new Set(["json", "string", "coalesce"]);

/** A body that is one text is a whole secret, of which only the value counts. */
function wholeBody(node: DefinitionNode): Path {
  return typeof asObject(node.json.inputs).body === "string" ? ["value"] : [];
}

function answersSecretAlready({ answer }: DefinitionNode, path: Path): boolean {
  const below = path.reduce<Taint>((of, name) => property(of, name), answer);
  return taintOrigin(below) !== undefined || taintOrigin(answer)?.startsWith("the secret") === true;
}

/** Checks whether a value is made by a generator, and by something else too where it may be an id: a generated password. */
function generates(value: unknown, isPassword: boolean): boolean {
  return findTemplates(value).some((template) => {
    if (typeof template === "string" || template.kind === "text") return false;
    const expressions = template.kind === "expression" ? [template.expression] : template.parts;
    const calls = expressions.flatMap((part) => (typeof part === "string" ? [] : callsIn(part)));
    const isAlone = !isPassword && expressions.length === 1 && calls.length === 1;
    return !isAlone && calls.some(({ name }) => /^(?:guid|rand)$/i.test(name));
  });
}

function at(path: Path, from: string): Taint {
  return path.reduceRight<Taint>((below, name) => parts([[name, below]]), tainted(from));
}

function lowerCase(value: unknown): string {
  return typeof value === "string" ? value.toLowerCase() : "";
}
