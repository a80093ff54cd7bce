import type { View } from "../arm-operation";

/** Results of deleted resource groups. */
export const deletionResults: View = {
  path: /^\/subscriptions\/[^/]+\/operationresults\/[0-9a-f-]{36}$/i,
  type: "Microsoft.Resources/resourceGroups",
  parameters: [],
  show: () => ({}),
};
