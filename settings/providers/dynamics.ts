import { entra, requiredByEntra } from "./entra";
import type { Provider } from "./provider";

/** Dynamics 365 and Dataverse, whose tokens come from Microsoft Entra ID. */
export const dynamics: Provider = {
  ...entra,
  title: "Dynamics 365 and Dataverse",
  requires: requiredByEntra("https://{organization}.crm.dynamics.com"),
  tried: ["client_credentials"],
  sources: [
    "https://learn.microsoft.com/power-apps/developer/data-platform/build-web-applications-server-server-s2s-authentication",
    ...entra.sources,
  ],
};
