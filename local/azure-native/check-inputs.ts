import { randomBytes, randomUUID } from "node:crypto";
import { asObject, type JsonObject } from "../json-object";
import type { NameRule, ProviderContext, ResourceType } from "./resource-type";
import { keepKnown } from "./shape";

/** Something wrong with a resource's inputs. */
export interface InputProblem {
  readonly property: string;
  readonly reason: string;
}

/** Inputs as azure-native's Check leaves them. */
export interface CheckedInputs {
  /** With name, location and defaults filled in; what is dropped later is still in. */
  readonly inputs: JsonObject;
  /** Paths of what azure-native does not know and will not send. */
  readonly dropped: readonly string[];
  readonly problems: readonly InputProblem[];
}

/**
 * Input by which azure-native remembers that it generated a resource's name, so that a replacement can have another one
 * and be created before the old resource is deleted.
 */
export const createBeforeDelete = "__createBeforeDelete";

/**
 * Names a resource, fills in defaults and finds what is wrong or would be dropped.
 *
 * @param previous inputs of the last deployment, whose name and location stay; undefined on creation
 */
export function checkInputs(
  type: ResourceType,
  logicalName: string,
  given: JsonObject,
  context: ProviderContext,
  previous?: JsonObject,
): CheckedInputs {
  const problems = type.required
    .filter((property) => given[property] === undefined || given[property] === null)
    .map((property) => ({ property, reason: `missing required property '${property}'` }));
  const named = type.name === undefined ? given : withName(type.name, logicalName, given, previous);
  const name = type.name === undefined ? undefined : named[type.name.property];
  if (type.name?.pattern !== undefined && typeof name === "string" && !type.name.pattern.test(name)) {
    const reason = `'${name}' does not match expression '${type.name.pattern.source}'`;
    problems.push({ property: type.name.property, reason });
  }
  const { dropped } = keepKnown({ properties: type.inputs }, given);
  const location = named.location ?? previous?.location ?? context.location;
  const located = type.located && location !== undefined ? { ...named, location } : named;
  return { inputs: type.defaults(located), dropped, problems };
}

/** The inputs without what azure-native does not know: what goes into a request. */
export function knownInputs(type: ResourceType, inputs: JsonObject): JsonObject {
  return asObject(keepKnown({ properties: type.inputs }, inputs).value);
}

function withName(rule: NameRule, logicalName: string, given: JsonObject, previous?: JsonObject): JsonObject {
  const { property, generated } = rule;
  if (given[property] !== undefined) return given;
  const before = previous?.[property];
  if (before !== undefined) {
    const wasGenerated = previous?.[createBeforeDelete] === true;
    return { ...given, [property]: before, ...(wasGenerated ? { [createBeforeDelete]: true } : {}) };
  }
  const fresh = generated === "uuid" ? randomUUID() : logicalName + randomBytes(4).toString("hex");
  return { ...given, [property]: fresh, [createBeforeDelete]: true };
}
