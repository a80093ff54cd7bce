import { declareBehaviours, notEmulated, refusal } from "../provenance";

/** What the emulator's server answers before a service has the request. */
export const behaviours = declareBehaviours("network", {
  bodyTooLong: refusal(
    413,
    "RequestEntityTooLarge",
    notEmulated(
      "Azure Resource Manager takes bodies of up to 4 MB",
      "https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices",
    ),
  ),
});
