import type { PlacedAction } from "../../definition";
import { asObject, walkActions, walkTriggers } from "../../definition";
import { hideable } from "./action-kinds";
import { actionKey } from "./reference-taint";
import { readRequest } from "./http-request";
import type { ParameterValues } from "./fold-text";
import type { Leaf } from "./find-leaves";
import { findLeaves, findTemplates } from "./find-leaves";
import { scriptReferences } from "./script-references";
import type { Sink } from "./sinks";
import { findSink } from "./sinks";
import type { Taint } from "./taint";
import { untainted, tainted } from "./taint";
import { answerTaint, givenPassword, writesSecret, writtenValue } from "./taint-sources";

/** An action or trigger, read once for the analysis. */
export interface DefinitionNode {
  readonly role: "action" | "trigger";
  readonly name: string;
  readonly placed: PlacedAction;
  /** As expressions refer to it. */
  readonly key: string;
  /** Type in lower case. */
  readonly kind: string;
  readonly json: PlacedAction["action"];
  /** Keys of the control actions around it, innermost last, each with its type in lower case. */
  readonly within: readonly { readonly key: string; readonly kind: string }[];
  readonly inputs: readonly Leaf[];
  /** Other properties that run history shows: conditions, the list of a loop, tracked properties … */
  readonly shown: readonly Leaf[];
  /** Taint of its response, by the request that it sends. */
  readonly answer: Taint;
  /** Taint of its inputs regardless of their source: the value that it writes to a vault, or sets as a password. */
  readonly written: Taint;
  /** The value that it writes to a vault as a secret's; absent for every other action. */
  readonly writtenValue?: unknown;
  /** The password that it gives a user; absent for every other action. */
  readonly password?: unknown;
  /** Sink where its inputs stay readable, even if they are secured. */
  readonly sink: Sink | undefined;
  readonly hides: { readonly inputs: boolean; readonly outputs: boolean };
}

/** Every action of a definition, and every trigger. */
export function definitionNodes(definition: unknown, parameters: ParameterValues): readonly DefinitionNode[] {
  return [
    ...walkTriggers(definition).map((placed) => read("trigger", placed, parameters)),
    ...walkActions(definition).map((placed) => read("action", placed, parameters)),
  ];
}

/** Not shown in run history as values, or read elsewhere. */
const apart = new Set(
  "inputs actions else cases default type kind runafter metadata description runtimeconfiguration operationoptions".split(
    " ",
  ),
);

function read(role: DefinitionNode["role"], placed: PlacedAction, parameters: ParameterValues): DefinitionNode {
  const { name, type, action, within } = placed;
  const kind = type.toLowerCase();
  const request = readRequest(type, action.inputs, parameters);
  const value = request !== undefined && writesSecret(request) ? writtenValue(request) : undefined;
  const password = request === undefined ? undefined : givenPassword(request);
  const kept = value ?? password;
  return {
    role,
    name,
    placed,
    key: actionKey(name),
    kind,
    json: action,
    within: within.map((around) => ({ key: actionKey(around.name), kind: lowerCase(around.action.type) })),
    inputs: [
      ...findLeaves(withoutSchema(action.inputs), "inputs"),
      ...(kind === "javascriptcode" ? scriptReferences(asObject(action.inputs)) : []),
    ],
    shown: Object.keys(action)
      .filter((property) => !apart.has(property.toLowerCase()))
      .flatMap((property) => findLeaves(action[property], property)),
    answer: request === undefined ? untainted : answerTaint(request, name),
    ...(value === undefined ? {} : { writtenValue: value }),
    ...(password === undefined ? {} : { password }),
    written: kept === undefined || isLiteral(kept) ? untainted : tainted(`the value that "${name}" writes`),
    sink: findSink(type, action.inputs, request),
    hides: securedProperties(action, kind),
  };
}

/** A JSON schema is read as it stands. */
function withoutSchema(inputs: unknown): unknown {
  if (typeof inputs !== "object" || inputs === null || Array.isArray(inputs) || !("schema" in inputs)) return inputs;
  return Object.fromEntries(Object.entries(inputs).filter(([property]) => property !== "schema"));
}

/** A literal value is no secret that a flow could carry: it stands in the definition itself. */
function isLiteral(value: unknown): boolean {
  return typeof value !== "symbol" && findTemplates(value).length === 0;
}

function securedProperties(action: PlacedAction["action"], kind: string): DefinitionNode["hides"] {
  const { properties } = asObject(asObject(action.runtimeConfiguration).secureData);
  const declared = Array.isArray(properties) ? properties.map(lowerCase) : [];
  const possible = hideable(kind);
  return {
    inputs: possible.inputs && declared.includes("inputs"),
    outputs: possible.outputs && declared.includes("outputs"),
  };
}

function lowerCase(value: unknown): string {
  return typeof value === "string" ? value.toLowerCase() : "";
}
