import { unwrapSecrets } from "../../emulator/azure-native";
import type { Deployment } from "../deployment";
import { asObject } from "../../definition";
import type { JsonObject } from "../../definition";
import { combineProperties } from "../../policy/adapter/combine-properties";
import type { Stack } from "../../policy/model";
import { encrypted, normaliseType, unknown, unknownOnWire } from "../../policy/model";
import { sourcePositionIn } from "../../policy/inputs/source-positions";

/**
 * Converts a deployment or preview on the emulator to the model of the policy rules.
 *
 * @param root folder of the program, to which source positions are relative
 */
export function stackFromDeployment({ resources, outputs }: Deployment, root: string): Stack {
  return {
    resources: resources.map(({ urn, name, custom, inputs, outputs, sourcePosition, ...resource }) => {
      const type = normaliseType(resource.type);
      const position = sourcePosition === undefined ? undefined : sourcePositionIn(root, sourcePosition);
      return {
        urn,
        type,
        name,
        properties: combineProperties(type, readValues(inputs), readValues(outputs)),
        propertyDependencies: resource.propertyDependencies,
        ignoreChanges: resource.ignoreChanges,
        ...(custom ? {} : { isComponent: true }),
        ...(position === undefined ? {} : { sourcePosition: position }),
      };
    }),
    plainOutputs: asObject(withoutSecrets(read(outputs))),
  };
}

/** A deployment marks a secret output, at any depth, as `{ secret: true, value }`. */
function withoutSecrets(output: unknown): unknown {
  if (Array.isArray(output)) return output.map(withoutSecrets);
  if (typeof output !== "object" || output === null) return output;
  if ((output as JsonObject).secret === true) return encrypted;
  return Object.fromEntries(Object.entries(output).map(([key, item]) => [key, withoutSecrets(item)]));
}

function readValues(properties: JsonObject): JsonObject {
  return asObject(read(unwrapSecrets(properties).value));
}

function read(value: unknown): unknown {
  if (value === unknownOnWire) return unknown;
  if (Array.isArray(value)) return value.map(read);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item)]));
}
