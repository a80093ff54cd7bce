import type { PolicyResource } from "@pulumi/policy";
import type { JsonObject } from "../../definition";
import type { Stack, StackResource } from "../model";
import { normaliseType } from "../model";
import { combineProperties } from "./combine-properties";
import { readProperties } from "./read-properties";

/**
 * A stack as the engine shows it at the end of a preview or an update.
 *
 * @param inputs of the resources, by URN: what the engine shows at the end are outputs, and some inputs, such as a
 * connection's key, are not among them
 */
export function convertStack(resources: readonly PolicyResource[], inputs: ReadonlyMap<string, JsonObject>): Stack {
  return { resources: resources.map((resource) => readResource(resource, inputs.get(resource.urn))) };
}

function readResource(
  { urn, type, name, props, opts, propertyDependencies }: PolicyResource,
  inputs: JsonObject | undefined,
): StackResource {
  const token = normaliseType(type);
  const outputs = readProperties(props);
  return {
    urn,
    type: token,
    name,
    properties: inputs === undefined ? outputs : combineProperties(token, inputs, outputs),
    propertyDependencies: Object.fromEntries(
      Object.entries(propertyDependencies).map(([property, made]) => [property, made.map((each) => each.urn)]),
    ),
    ignoreChanges: opts.ignoreChanges,
  };
}
