import { asObject } from "../../definition";
import { asString, isObject } from "../../definition/json";
import { isMadeFromInputs } from "./action-kinds";
import type { DefinitionNode } from "./definition-nodes";
import { definitionNodes } from "./definition-nodes";
import { templateTaint } from "./expression-taint";
import type { References } from "./reference-taint";
import { TaintState } from "./taint-state";
import type { ParameterValues } from "./fold-text";
import type { Leaf } from "./find-leaves";
import { findTemplates } from "./find-leaves";
import type { Taint } from "./taint";
import { collapse, join, parts, tainted, taintOrigin, untainted } from "./taint";
import { backwardTaint } from "./backward-taint";
import { callerCredentials } from "./caller-credentials";

/** Where the secrets of a definition go. */
export interface TaintFlow {
  readonly nodes: readonly DefinitionNode[];
  /** Taint of the outputs of an action or a trigger. */
  outputTaint(node: DefinitionNode): Taint;
  /** Taint of an action's inputs that are written to a vault, or generated for it. */
  writtenTaint(node: DefinitionNode): Taint;
  /** Taint of a value in an action. */
  valueTaint(node: DefinitionNode, value: unknown): Taint;
  /** Taint of a string in an action. */
  taintOfLeaf(node: DefinitionNode | undefined, leaf: Leaf): Taint;
}

/**
 * Follows every secret of a definition through its actions until nothing new becomes secret.
 *
 * @param received what is secret of the trigger's outputs because another workflow hands it on
 *
 * Each action is looked at again only when something that it refers to became more secret, which can happen a few
 * times at most: the work grows with the number of references, whatever cycles there are.
 */
export function propagateTaint(
  definition: unknown,
  parameters: ParameterValues,
  received: Taint = untainted,
): TaintFlow {
  const nodes = definitionNodes(definition, parameters);
  const backward = backwardTaint(nodes);
  const writtenTaint = (node: DefinitionNode): Taint =>
    backward.made.has(node) ? tainted(`the value that "${node.name}" makes for a vault`) : node.written;
  const state = new TaintState(nodes);
  const references = new Map<DefinitionNode | undefined, References>();
  const refer = (node: DefinitionNode | undefined): References => {
    const made = references.get(node) ?? new NodeReferences(state, node);
    references.set(node, made);
    return made;
  };

  for (const name of secureParameters(definition))
    state.write("parameter", name.toLowerCase(), tainted(`parameter "${name}"`));
  state.write("trigger", "", join(received, join(backward.trigger, callerCredentials(nodes))));
  for (const [key, taint] of backward.outputs) state.write("outputs", key, taint);
  for (const name of backward.variables) state.write("variable", name, tainted(`the variable "${name}"`));
  state.visitPending((node) => {
    visit(node, writtenTaint(node), refer(node), state);
  });
  return {
    nodes,
    outputTaint: ({ role, key }) => (role === "trigger" ? state.read("trigger", "") : state.read("outputs", key)),
    writtenTaint,
    valueTaint: (node, value) => valueTaint(value, refer(node)),
    taintOfLeaf: (node, leaf) => leafTaint(leaf.template, refer(node)),
  };
}

/** Names of the parameters that a definition declares secure. */
function secureParameters(definition: unknown): readonly string[] {
  const declared = Object.entries(asObject(asObject(definition).parameters));
  return declared.flatMap(([name, declaration]) =>
    /^secure(string|object)$/i.test(asString(asObject(declaration).type)) ? [name] : [],
  );
}

/** What the expressions of an action refer to. */
class NodeReferences implements References {
  constructor(
    private readonly state: TaintState,
    private readonly node: DefinitionNode | undefined,
  ) {}

  get self(): string | undefined {
    return this.node?.key;
  }

  outputs(action: string): Taint {
    return this.state.read("outputs", action);
  }

  inputs(action: string): Taint {
    return this.state.read("inputs", action);
  }

  result(scope: string): Taint {
    return this.state.read("result", scope);
  }

  variable(name: string): Taint {
    return this.state.read("variable", name);
  }

  parameter(name: string): Taint {
    return this.state.read("parameter", name);
  }

  triggerOutputs(): Taint {
    return this.state.read("trigger", "");
  }

  item(named: string | undefined): Taint {
    const loop = named ?? this.ownItem();
    return loop === undefined ? untainted : this.state.read("item", loop);
  }

  private ownItem(): string | undefined {
    if (this.node === undefined) return undefined;
    const { kind, key, within } = this.node;
    return itemKinds.has(kind) ? key : within.filter((around) => around.kind === "foreach").at(-1)?.key;
  }
}

/** A body that is nothing but one expression may come back as it is, as from an echo or a converter. */
function isRepeated({ inputs, answer }: DefinitionNode): boolean {
  if (taintOrigin(answer) !== undefined) return false;
  return inputs.some(({ path, template }) => {
    if (path !== "inputs.body" || typeof template === "string") return false;
    return template.kind === "expression" || (template.kind === "interpolation" && template.parts.length === 1);
  });
}

/** Data operations in which `item()` is an item of their own `from`. */
const itemKinds = new Set(["select", "query", "table"]);

function visit(node: DefinitionNode, written: Taint, references: References, state: TaintState): void {
  const { key, kind } = node;
  const of = (value: unknown): Taint => valueTaint(value, references);
  const { from, content, value, name, variables } = asObject(node.json.inputs);
  if (itemKinds.has(kind)) state.write("item", key, of(from));
  if (kind === "foreach") state.write("item", key, of(node.json.foreach));
  if (kind === "setvariable" || kind.startsWith("appendto"))
    state.write("variable", asString(name).toLowerCase(), of(value));
  if (kind === "initializevariable" && Array.isArray(variables)) {
    for (const variable of variables)
      state.write("variable", asString(asObject(variable).name).toLowerCase(), of(asObject(variable).value));
  }
  const inputs = collapse(
    node.inputs.reduce((found, { template }) => join(found, collapse(leafTaint(template, references))), written),
  );
  const made = (): Taint => {
    if (kind === "compose") {
      const composed = join(of(node.json.inputs), collapse(written));
      return join(composed, parts([["body", composed]]));
    }
    if (kind === "parsejson") return parts([["body", of(content)]]);
    // Each of its items has the properties that `select` maps.
    if (kind === "select") return parts([["body", selectedTaint(asObject(node.json.inputs).select, of)]]);
    if (kind === "query") return parts([["body", of(from)]]);
    if (kind === "http" && isRepeated(node)) return parts([["body", inputs]]);
    return isMadeFromInputs(kind) ? parts([["body", inputs]]) : untainted;
  };
  const outputs = join(node.answer, made());
  if (node.role === "trigger") {
    state.write("trigger", "", outputs);
    return;
  }
  state.write("inputs", key, inputs);
  state.write("outputs", key, outputs);
  const inside = collapse(join(inputs, collapse(outputs)));
  if (inside.kind !== "untainted") for (const around of node.within) state.write("result", around.key, inside);
}

/** Taint of an item that a Select makes: of each property by its own, where they are named. */
function selectedTaint(select: unknown, of: (value: unknown) => Taint): Taint {
  if (!isObject(select)) return of(select);
  return parts(Object.entries(select).map(([name, value]) => [name, of(value)] as const));
}

/** Taint of a value: that of its expression, or of all its expressions together. */
function valueTaint(value: unknown, references: References): Taint {
  const templates = findTemplates(value);
  const [only] = templates;
  if (typeof value === "string" && only !== undefined) return leafTaint(only, references);
  return templates.reduce<Taint>(
    (found, template) => join(found, collapse(leafTaint(template, references))),
    untainted,
  );
}

function leafTaint(template: Leaf["template"], references: References): Taint {
  return typeof template === "string" ? untainted : templateTaint(template, references);
}
