import type { PolicyResource } from "@pulumi/policy";
import type { JsonObject } from "../../definition";
import { asObject } from "../../definition";
import type { Stack, StackResource } from "../model";
import { normaliseType } from "../model";
import { readProperties } from "./read-properties";

/**
 * A stack as the engine shows it at the end of a preview or an update.
 *
 * @param inputs of the resources, by URN: what the engine shows at the end are outputs, and some inputs, such as a
 * connection's key, are not among them
 */
export function convertStack(resources: readonly PolicyResource[], inputs: ReadonlyMap<string, JsonObject>): Stack {
  return { resources: resources.map((resource) => readResource(resource, inputs.get(resource.urn) ?? {})) };
}

function readResource(
  { urn, type, name, props, opts, propertyDependencies }: PolicyResource,
  inputs: JsonObject,
): StackResource {
  return {
    urn,
    type: normaliseType(type),
    name,
    properties: combineProperties(inputs, readProperties(props)),
    propertyDependencies: Object.fromEntries(
      Object.entries(propertyDependencies).map(([property, made]) => [property, made.map((each) => each.urn)]),
    ),
    ignoreChanges: opts.ignoreChanges,
  };
}

/** Combines inputs with outputs; an identity is merged from both. */
export function combineProperties(inputs: JsonObject, outputs: JsonObject): JsonObject {
  const { identity } = inputs;
  const combined = typeof identity === "symbol" ? identity : { ...asObject(outputs.identity), ...asObject(identity) };
  return { ...outputs, ...inputs, ...(identity === undefined ? {} : { identity: combined }) };
}
