/** Operations of Pulumi's provider azure-native, for every driver that deploys with it. */
export { deleteResource, findResource, updateResource } from "./change-resource";
export { checkInputs, createBeforeDelete, type CheckedInputs } from "./check-inputs";
export { createResource, readResource } from "./create-resource";
export { withGroupLocation } from "./default-location";
export { inputChanges, propertyPath, type InputChange } from "./input-changes";
export { invoke } from "./invoke";
export { previewOutputs, previewUpdate } from "./preview-outputs";
export { asInputs, refreshedInputs } from "./refreshed-inputs";
export type { ArmCall, ProviderContext, ResourceType } from "../resources/azure-native-type";
export { findResourceType, normaliseToken } from "../resources/resource-types";
export { hideSecrets, mapSecrets, markSecrets, secretValue, unwrapSecrets } from "./secret-values";
export type { SendToArm } from "./send-to-arm";
