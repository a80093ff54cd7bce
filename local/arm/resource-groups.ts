import type { ResourceProvider } from "./resource-provider";

/** Microsoft.Resources/resourceGroups. */
export const resourceGroups: ResourceProvider = {
  type: "Microsoft.Resources/resourceGroups",
  // The older one is that of azure-native's look-up of a location.
  apiVersions: ["2024-03-01", "2020-10-01"],
  located: true,
  put: ({ body }) => ({ ...body, properties: { provisioningState: "Succeeded" } }),
};
