import { asObject } from "../../definition";
import { hideable } from "./action-kinds";
import type { DefinitionNode } from "./definition-nodes";
import type { ParameterValues } from "./fold-text";
import type { Leaf } from "./find-leaves";
import { findLeaves } from "./find-leaves";
import type { Taint } from "./taint";
import { taintOrigin, untainted } from "./taint";
import type { TaintFlow } from "./propagate-taint";
import { propagateTaint } from "./propagate-taint";
import type { HandedTaint } from "./child-workflows";
import { handedTaint } from "./child-workflows";

/** How a secret shows. */
export type ExposureKind =
  | "inputs-not-secured"
  | "outputs-not-secured"
  /** The kind of action cannot hide what passes through it. */
  | "kind-cannot-hide"
  | "condition"
  | "loop"
  | "variable"
  | "tracked-property"
  | "response"
  | "terminate-message"
  | "workflow-output"
  /** The receiver stores it where others can read it. */
  | "sink"
  /** Tags and content type of a secret are readable to every principal that may list secrets. */
  | "secret-metadata"
  /** An expression that nobody can read: what it gives could be anything. */
  | "unreadable-expression";

/** A place of a definition where a secret shows. None of it is a value. */
export interface Exposure {
  readonly kind: ExposureKind;
  /** Absent for the workflow's own outputs. */
  readonly node?: Pick<DefinitionNode, "role" | "name" | "placed">;
  /** Below the action or trigger; below the definition for the workflow's own outputs. */
  readonly path: string;
  /** Where the secret comes from. Empty for what cannot be read. */
  readonly origin: string;
}

/** Unknown leaves behind which a secret could show. */
export interface UnknownPlace {
  readonly node: Pick<DefinitionNode, "role" | "name" | "placed">;
  readonly path: string;
}

/** Result of the analysis of one workflow. */
export interface Exposures {
  readonly exposures: readonly Exposure[];
  readonly unknown: readonly UnknownPlace[];
  /** Secrets that the workflow hands to others. */
  readonly handed: readonly HandedTaint[];
}

/**
 * Every place where a secret of a workflow would show, in run history or to whoever calls it.
 *
 * @param definition a workflow definition; nothing of its shape is trusted
 * @param parameters the known values of its parameters, by name in lower case
 * @param received what is secret of the trigger's outputs because another workflow hands it on
 */
export function findExposures(
  definition: unknown,
  parameters: ParameterValues,
  received: Taint = untainted,
): Exposures {
  const flow = propagateTaint(definition, parameters, received);
  const outputs = Object.entries(asObject(asObject(definition).outputs)).flatMap(([name, output]) =>
    findLeaves(asObject(output).value, "value").flatMap((leaf) =>
      exposed("workflow-output", undefined, { ...leaf, path: `outputs.${name}.${leaf.path}` }, flow),
    ),
  );
  const exposures = [...flow.nodes.flatMap((node) => exposuresOf(node, flow)), ...outputs];
  const unknown = flow.nodes.flatMap((node) =>
    node.hides.inputs && node.hides.outputs
      ? []
      : [node.inputs, node.shown].flatMap((leaves) =>
          leaves.filter(({ template }) => template === "unknown").map(({ path }) => ({ node, path })),
        ),
  );
  return { exposures, unknown, handed: handedTaint(flow) };
}

function exposuresOf(node: DefinitionNode, flow: TaintFlow): readonly Exposure[] {
  const unreadable = node.inputs.filter(({ template }) => template === "unreadable");
  return [
    ...kept(node, flow),
    ...firstOfEach(unreadable.flatMap((leaf) => exposed("unreadable-expression", node, leaf, flow))),
    ...passing(node, flow),
    ...firstOfEach(node.shown.flatMap((leaf) => exposed(shownKind(leaf), node, leaf, flow))),
  ];
}

/** Exposures of what an action sends to where it stays readable, even with secured inputs. */
function kept(node: DefinitionNode, flow: TaintFlow): readonly Exposure[] {
  const find = (kind: ExposureKind, paths: RegExp, what: string): readonly Exposure[] => {
    const leaf = node.inputs.find(({ path, ...rest }) => {
      return paths.test(path) && taintOrigin(flow.taintOfLeaf(node, { path, ...rest })) !== undefined;
    });
    if (leaf === undefined) return [];
    const origin = taintOrigin(flow.taintOfLeaf(node, leaf)) ?? "";
    return [{ kind, node, path: leaf.path, origin: `${origin}${what}` }];
  };
  const sink = node.sink === undefined ? [] : find("sink", node.sink.paths, `, in ${node.sink.what}`);
  const metadata = /^inputs\.body\.(?:properties\.)?(?:tags|contentType)\b/i;
  return [...sink, ...(node.writtenValue === undefined ? [] : find("secret-metadata", metadata, ""))];
}

/** Exposures of secrets in the inputs and outputs of an action. */
function passing(node: DefinitionNode, flow: TaintFlow): readonly Exposure[] {
  const possible = hideable(node.kind);
  const sink = sinkKind(node.kind);
  const leaf = node.inputs.find((input) => taintOrigin(flow.taintOfLeaf(node, input)) !== undefined);
  const taken = taintOrigin(leaf === undefined ? flow.writtenTaint(node) : flow.taintOfLeaf(node, leaf));
  const given = sink === undefined ? taintOrigin(flow.outputTaint(node)) : undefined;
  const path = leaf?.path ?? "inputs.body";
  const exposure = (kind: ExposureKind, at: string, origin: string): Exposure => ({ kind, node, path: at, origin });

  if (taken !== undefined && sink !== undefined) return [exposure(sink, path, taken)];
  if (taken !== undefined && (!possible.inputs || (given !== undefined && !possible.outputs))) {
    return [exposure("kind-cannot-hide", path, taken)];
  }
  if (given !== undefined && !possible.outputs) return [exposure("kind-cannot-hide", "outputs", given)];
  return [
    ...(taken === undefined || node.hides.inputs ? [] : [exposure("inputs-not-secured", path, taken)]),
    ...(given === undefined || node.hides.outputs ? [] : [exposure("outputs-not-secured", "outputs", given)]),
  ];
}

/** Kinds whose inputs show whatever is secured. */
function sinkKind(kind: string): ExposureKind | undefined {
  if (kind === "response") return "response";
  if (kind === "terminate") return "terminate-message";
  return kind.endsWith("variable") ? "variable" : undefined;
}

function shownKind({ path }: Leaf): ExposureKind {
  if (/^(trackedProperties|correlation)\b/i.test(path)) return "tracked-property";
  if (/^foreach\b/i.test(path)) return "loop";
  return "condition";
}

function exposed(
  kind: ExposureKind,
  node: DefinitionNode | undefined,
  leaf: Leaf,
  flow: TaintFlow,
): readonly Exposure[] {
  const place = { ...(node === undefined ? {} : { node }), path: leaf.path };
  if (leaf.template === "unreadable") return [{ kind: "unreadable-expression", ...place, origin: "" }];
  const origin = taintOrigin(flow.taintOfLeaf(node, leaf));
  return origin === undefined ? [] : [{ kind, ...place, origin }];
}

/** One exposure of a kind is enough for an action. */
function firstOfEach(exposures: readonly Exposure[]): readonly Exposure[] {
  return exposures.filter(({ kind }, index) => exposures.findIndex((other) => other.kind === kind) === index);
}
