import { randomBytes, randomUUID } from "node:crypto";
import { asObject, type JsonObject } from "../../definition/json";
import { exercise, type Behaviour } from "../provenance";
import { azureNativeBehaviours as behaviours } from "../resources/azure-native-behaviours";
import type { NameRule, ProviderContext, ResourceType } from "../resources/azure-native-type";
import { keepKnown } from "../resources/shape";

/** Something wrong with a resource's inputs. */
export interface InputProblem {
  readonly behaviour: Behaviour;
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
    .map((property): InputProblem => {
      const reason = `missing required property '${property}'`;
      return { behaviour: exercise(behaviours.requiredMissing), property, reason };
    });
  const named = type.name === undefined ? given : withName(type.name, logicalName, given, previous);
  const name = type.name === undefined ? undefined : named[type.name.property];
  if (type.name?.pattern !== undefined && typeof name === "string" && !type.name.pattern.test(name)) {
    const { property, pattern } = type.name;
    const reason = `'${property}' does not match expression '${pattern.source}'`;
    problems.push({ behaviour: exercise(behaviours.patternBroken), property, reason });
  }
  const { dropped } = keepKnown({ properties: type.inputs }, given);
  if (dropped.length > 0) exercise(behaviours.unknownDropped);
  const inputs = type.defaults(type.located ? withLocation(named, context, previous) : named);
  if (inputs.azureApiVersion !== named.azureApiVersion) exercise(behaviours.versionFilledIn);
  return { inputs, dropped, problems };
}

/** The inputs without what azure-native does not know: what goes into a request. */
export function knownInputs(type: ResourceType, inputs: JsonObject): JsonObject {
  return asObject(keepKnown({ properties: type.inputs }, inputs).value);
}

function withLocation(given: JsonObject, context: ProviderContext, previous?: JsonObject): JsonObject {
  if (given.location !== undefined) return given;
  const location = previous?.location ?? context.location;
  if (location === undefined) return given;
  exercise(previous?.location === undefined ? behaviours.locationConfigured : behaviours.locationKept);
  return { ...given, location };
}

function withName(rule: NameRule, logicalName: string, given: JsonObject, previous?: JsonObject): JsonObject {
  const { property, generated } = rule;
  if (given[property] !== undefined) return given;
  const before = previous?.[property];
  if (before !== undefined) {
    exercise(behaviours.nameKept);
    const wasGenerated = previous?.[createBeforeDelete] === true;
    return { ...given, [property]: before, ...(wasGenerated ? { [createBeforeDelete]: true } : {}) };
  }
  exercise(generated === "uuid" ? behaviours.uuidGenerated : behaviours.nameGenerated);
  exercise(behaviours.nameRemembered);
  const fresh = generated === "uuid" ? randomUUID() : logicalName + randomBytes(4).toString("hex");
  return { ...given, [property]: fresh, [createBeforeDelete]: true };
}
