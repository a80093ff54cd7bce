import type { ResourceProvider } from "../resource-provider";

/** Microsoft.Resources/resourceGroups. */
export const resourceGroups: ResourceProvider = {
  type: "Microsoft.Resources/resourceGroups",
  apiVersions: ["2024-03-01"],
  located: true,
  put: ({ body }) => ({ ...body, properties: { provisioningState: "Succeeded" } }),
};
