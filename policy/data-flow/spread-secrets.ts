import { asObject } from "../../definition";
import { isMadeFromInputs } from "./action-kinds";
import type { DefinitionNode } from "./definition-nodes";
import { definitionNodes } from "./definition-nodes";
import type { References } from "./expression-secrecy";
import { templateSecrecy } from "./expression-secrecy";
import type { ParameterValues } from "./known-text";
import type { Leaf } from "./leaves-of";
import { leavesOf } from "./leaves-of";
import type { Secrecy } from "./secrecy";
import { collapse, isSameSecrecy, join, open, parts, secret } from "./secrecy";
import { triggerSecrecy } from "./trigger-secrets";

/** Where the secrets of a definition go. */
export interface SecretFlow {
  readonly nodes: readonly DefinitionNode[];
  /** What is secret of what an action answers, or a trigger. */
  outputsOf(node: DefinitionNode): Secrecy;
  /** What is secret of a string of an action. */
  leafOf(node: DefinitionNode | undefined, leaf: Leaf): Secrecy;
}

/**
 * Follows every secret of a definition through its actions until nothing new becomes secret.
 *
 * Each action is looked at again only when something that it refers to became more secret, which can happen a few
 * times at most: the work grows with the number of references, whatever cycles there are.
 */
export function spreadSecrets(definition: unknown, parameters: ParameterValues): SecretFlow {
  const nodes = definitionNodes(definition, parameters);
  const state = new Map<string, Secrecy>(secureParameters(definition));
  const readers = new Map<string, Set<DefinitionNode>>();
  const pending = new Set(nodes);
  const references = new Map<DefinitionNode | undefined, References>();
  let current: DefinitionNode | undefined;

  const read = (key: string): Secrecy => {
    if (current !== undefined) {
      const known = readers.get(key);
      if (known === undefined) readers.set(key, new Set([current]));
      else known.add(current);
    }
    return state.get(key) ?? open;
  };
  const write = (key: string, secrecy: Secrecy): void => {
    const before = state.get(key) ?? open;
    const after = join(before, secrecy);
    if (isSameSecrecy(before, after)) return;
    state.set(key, after);
    for (const reader of readers.get(key) ?? []) pending.add(reader);
  };

  const refer = (node: DefinitionNode | undefined): References => {
    const made = references.get(node) ?? referencesOf(node, read);
    references.set(node, made);
    return made;
  };

  write("trigger", triggerSecrecy(nodes));
  for (const node of pending) {
    pending.delete(node);
    current = node;
    visit(node, refer(node), write);
  }
  current = undefined;
  return {
    nodes,
    outputsOf: (node) => read(node.role === "trigger" ? "trigger" : `outputs ${node.key}`),
    leafOf: (node, leaf) => leafSecrecy(leaf, refer(node)),
  };
}

function secureParameters(definition: unknown): [string, Secrecy][] {
  return Object.entries(asObject(asObject(definition).parameters)).flatMap(([name, declaration]) => {
    const { type } = asObject(declaration);
    const isSecure = typeof type === "string" && /^secure(string|object)$/i.test(type);
    return isSecure ? [[`parameter ${name.toLowerCase()}`, secret(`parameter "${name}"`)]] : [];
  });
}

function referencesOf(node: DefinitionNode | undefined, read: (key: string) => Secrecy): References {
  const loop = node?.within.filter(({ kind }) => kind === "foreach").at(-1)?.key;
  return {
    self: node?.key,
    outputs: (action) => read(`outputs ${action}`),
    inputs: (action) => read(`inputs ${action}`),
    result: (scope) => read(`result ${scope}`),
    variable: (name) => read(`variable ${name}`),
    parameter: (name) => read(`parameter ${name}`),
    get triggerOutputs() {
      return read("trigger");
    },
    item: (named) => {
      if (named !== undefined) return read(`item ${named}`);
      if (node !== undefined && itemKinds.has(node.kind)) return read(`item ${node.key}`);
      return loop === undefined ? open : read(`item ${loop}`);
    },
  };
}

/** Data operations in which `item()` is an item of their own `from`. */
const itemKinds = new Set(["select", "query", "table"]);

function visit(node: DefinitionNode, references: References, write: (key: string, secrecy: Secrecy) => void): void {
  const { key, kind } = node;
  const of = (value: unknown): Secrecy => valueSecrecy(value, references);
  const { from, content, value, name, variables } = asObject(node.json.inputs);
  if (itemKinds.has(kind)) write(`item ${key}`, of(from));
  if (kind === "foreach") write(`item ${key}`, of(node.json.foreach));
  if (kind === "setvariable" || kind.startsWith("appendto")) write(`variable ${text(name)}`, of(value));
  if (kind === "initializevariable" && Array.isArray(variables)) {
    for (const variable of variables) write(`variable ${text(asObject(variable).name)}`, of(asObject(variable).value));
  }
  const inputs = collapse(join(node.written, leavesSecrecy(node.inputs, references)));
  const made = (): Secrecy => {
    if (kind === "compose") {
      const composed = of(node.json.inputs);
      return join(composed, parts([["body", composed]]));
    }
    if (kind === "parsejson") return parts([["body", of(content)]]);
    if (kind === "query") return parts([["body", of(from)]]);
    return isMadeFromInputs(kind) ? parts([["body", inputs]]) : open;
  };
  const outputs = join(node.answer, made());
  if (node.role === "trigger") {
    write("trigger", outputs);
    return;
  }
  write(`inputs ${key}`, inputs);
  write(`outputs ${key}`, outputs);
  const inside = collapse(join(inputs, collapse(outputs)));
  if (inside.kind !== "open") for (const around of node.within) write(`result ${around.key}`, inside);
}

/** What is secret of a value: of one expression what it gives, of anything made of several the whole. */
function valueSecrecy(value: unknown, references: References): Secrecy {
  const leaves = leavesOf(value, "");
  const [only] = leaves;
  if (typeof value === "string" && only !== undefined) return leafSecrecy(only, references);
  return leavesSecrecy(leaves, references);
}

function leavesSecrecy(leaves: readonly Leaf[], references: References): Secrecy {
  return leaves.reduce<Secrecy>((found, leaf) => join(found, collapse(leafSecrecy(leaf, references))), open);
}

function leafSecrecy({ template }: Leaf, references: References): Secrecy {
  return typeof template === "string" ? open : templateSecrecy(template, references);
}

function text(name: unknown): string {
  return typeof name === "string" ? name.toLowerCase() : "";
}
