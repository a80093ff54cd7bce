import { randomBytes, randomUUID } from "node:crypto";
import { asObject, type JsonObject } from "../../definition/json";
import type { NameRule, ProviderContext, ResourceType } from "../resources/azure-native-type";
import { keepKnown } from "../resources/shape";

/** Something wrong with a resource's inputs. */
export interface InputProblem {
  readonly property: string;
  readonly reason: string;
}

/** Inputs as azure-native's Check leaves them. */
export interface CheckedInputs {
  /** With the generated name and the defaults; what is dropped later is still in. */
  readonly inputs: JsonObject;
  /** Paths of what azure-native does not know and will not send. */
  readonly dropped: readonly string[];
  readonly problems: readonly InputProblem[];
}

/**
 * Names a resource, fills in defaults and finds what is wrong or would be dropped.
 *
 * @param previous inputs of the last deployment, whose generated name stays; undefined on creation
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
  const located =
    type.located && named.location === undefined && context.location !== undefined
      ? { ...named, location: context.location }
      : named;
  const { dropped } = keepKnown({ properties: type.inputs }, located);
  return { inputs: type.defaults(located), dropped, problems };
}

/** The inputs without what azure-native does not know: what goes into a request. */
export function knownInputs(type: ResourceType, inputs: JsonObject): JsonObject {
  return asObject(keepKnown({ properties: type.inputs }, inputs).value);
}

function withName(rule: NameRule, logicalName: string, given: JsonObject, previous?: JsonObject): JsonObject {
  const { property, generated } = rule;
  if (given[property] !== undefined) return given;
  const fresh = (): string => (generated === "uuid" ? randomUUID() : logicalName + randomBytes(4).toString("hex"));
  return { ...given, [property]: previous?.[property] ?? fresh() };
}
