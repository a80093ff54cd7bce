import type { ResourceProvider } from "../resource-provider";

/** Microsoft.Resources/resourceGroups. */
export const resourceGroups: ResourceProvider = {
  type: "Microsoft.Resources/resourceGroups",
  located: true,
  removedInBackground: true,
  put: ({ body }) => ({ ...body, properties: { provisioningState: "Succeeded" } }),
};
