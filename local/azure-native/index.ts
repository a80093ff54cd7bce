/** What azure-native does with what a program says: one table, for every driver that deploys with it. */
export { deleteResource, findResource, updateResource } from "./change-resource";
export { checkInputs, createBeforeDelete, type CheckedInputs } from "./check-inputs";
export { createResource, readResource } from "./create-resource";
export { withGroupLocation } from "./default-location";
export { inputChanges, propertyPath, type InputChange } from "./input-changes";
export { invoke } from "./invoke";
export { previewOutputs, previewUpdate } from "./preview-outputs";
export { asInputs, refreshedInputs } from "./refreshed-inputs";
export type { ArmCall, ProviderContext, ResourceType } from "./resource-type";
export { findResourceType, normaliseToken } from "./resource-types";
export { hideSecrets, mapSecrets, markSecrets, secretValue, unwrapSecrets } from "./secret-values";
export type { SendToArm } from "./send-to-arm";
