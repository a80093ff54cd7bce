import { apiVersions } from "../../azure";
import { asString, type JsonObject } from "../../definition/json";
import { resourceGroup } from "../resources/resource-group/azure-native";
import { resourceGroupId, type ProviderContext, type ResourceType } from "../resources/azure-native-type";
import { exercise } from "../provenance";
import { azureNativeBehaviours as behaviours } from "../resources/azure-native-behaviours";
import { bodyIfThere, type SendToArm } from "./send-to-arm";

/** The API version with which azure-native looks a resource group up. */
const [, apiVersion] = apiVersions["Microsoft.Resources/resourceGroups"];

/** Inputs with the location of their resource group, where they have none. A group that is not there gives none. */
export async function withGroupLocation(
  send: SendToArm,
  context: ProviderContext,
  type: ResourceType,
  inputs: JsonObject,
): Promise<JsonObject> {
  if (!type.located || type === resourceGroup || inputs.location !== undefined) return inputs;
  const call = { ...resourceGroup.read(resourceGroupId(inputs, context)), apiVersion };
  const location = asString((await bodyIfThere(send, call))?.location);
  if (location === "") return inputs;
  exercise(behaviours.locationOfGroup);
  return { ...inputs, location };
}
