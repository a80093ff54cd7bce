import { asObject } from "../../definition";
import type { JsonObject } from "../../definition";
import { combineProperties } from "../adapter/combine-properties";
import type { Stack, StackResource } from "../model";
import { normaliseType } from "../model";
import { InputError } from "./input-error";
import { parseJson, readText } from "./read-text";
import { readSourcePosition } from "./source-positions";
import { readStateValues } from "./state-values";

const fix = "Write it with: pulumi stack export --file FILE";

/**
 * Reads what `pulumi stack export` has written.
 *
 * @param option that the file was given with
 * @throws InputError if there is no such file, or no resource in it
 */
export async function readState(file: string, option = "--state"): Promise<Stack> {
  const document = asObject(parseJson(option, file, await readText(option, file), "it", fix));
  const { resources } = asObject(document.deployment);
  if (!Array.isArray(resources)) throw new InputError(option, file, `it is not an exported stack. ${fix}`);
  const stack = parseStack(resources.map(asObject));
  if (stack.resources.length === 0) throw new InputError(option, file, "the stack has no resources to check.");
  return stack;
}

/** @param states the entries of `deployment.resources` */
export function parseStack(states: readonly JsonObject[]): Stack {
  const root = states.find(({ type }) => type === "pulumi:pulumi:Stack");
  return {
    // What is to be deleted is no part of the stack any more; providers and the stack itself hold nothing.
    resources: states
      .filter(({ type, delete: isLeftover }) => isLeftover !== true && !String(type).startsWith("pulumi:"))
      .map(readResource),
    plainOutputs: readStateValues(root?.outputs),
    marksSecrets: true,
  };
}

function readResource(state: JsonObject): StackResource {
  const { urn, id, custom, inputs, outputs, ignoreChanges } = state;
  const type = normaliseType(String(state.type));
  const sourcePosition = readSourcePosition(state.sourcePosition);
  return {
    urn: String(urn),
    type,
    name: String(urn).split("::").slice(3).join("::"),
    properties: {
      ...(typeof id === "string" ? { id } : {}),
      ...combineProperties(type, readStateValues(inputs), readStateValues(outputs)),
    },
    propertyDependencies: Object.fromEntries(
      Object.entries(asObject(state.propertyDependencies)).map(([property, urns]) => [property, texts(urns)]),
    ),
    ignoreChanges: texts(ignoreChanges),
    ...(custom === false ? { isComponent: true } : {}),
    ...(sourcePosition === undefined ? {} : { sourcePosition }),
  };
}

function texts(list: unknown): readonly string[] {
  return Array.isArray(list) ? (list as unknown[]).filter((item) => typeof item === "string") : [];
}
