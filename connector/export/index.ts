export { apiManagementFiles } from "./api-management/api-management-files";
export type { ExportedFile } from "./exported-file";
export { openApiFiles } from "./openapi";
export { powerPlatformFiles } from "./power-platform/power-platform-files";
export { readRelayAddress } from "./relay-address";
