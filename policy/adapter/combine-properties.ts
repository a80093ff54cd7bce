import type { JsonObject } from "../../definition";
import { asObject } from "../../definition";
import { isUnknown, unknown } from "../model";

/**
 * Outputs of azure-native's resources that no program sets, such as the principal ID of an identity. They are unknown
 * until Azure has answered.
 */
const setByAzure = new Set([
  ...["accessEndpoint", "azureApiVersion", "changedTime", "clientId", "createdBy", "createdOn", "createdTime"],
  ...["createdWithApiVersion", "etag", "id", "isLegacyLogAnalyticsRule", "isMigrated"],
  ...["isWorkspaceAlertsStorageConfigured", "lastUpdatedTime", "name", "principalId", "provisioningState", "sku"],
  ...["systemData", "tenantId", "type", "updatedBy", "updatedOn", "version"],
]);

/**
 * Combines the inputs of a resource with its outputs. An input counts before the output of its name, unless only the
 * output is known; the identity of a resource has properties of both.
 *
 * At preview, azure-native returns as unknown every output that the inputs do not set. Those that a program can set are
 * left out, as in the inputs: the program omits them, and the rules know Azure's defaults.
 *
 * https://github.com/pulumi/pulumi-azure-native/blob/master/provider/pkg/convert/previewOutputs.go
 *
 * @param type in its normalised spelling
 */
export function combineProperties(type: string, inputs: JsonObject, outputs: JsonObject): JsonObject {
  const isOmitted = type.startsWith("azure-native:")
    ? ([key, value]: [string, unknown]) => value === unknown && inputs[key] === undefined && !setByAzure.has(key)
    : () => false;
  const shown = Object.fromEntries(Object.entries(outputs).filter((entry) => !isOmitted(entry)));
  const given = Object.fromEntries(
    Object.entries(inputs).filter(([key, value]) => !isUnknown(value) || isUnknown(shown[key] ?? value)),
  );
  const { identity } = given;
  const combined = isUnknown(identity) ? identity : { ...asObject(shown.identity), ...asObject(identity) };
  return { ...shown, ...given, ...(identity === undefined ? {} : { identity: combined }) };
}
