import { allClouds, clouds, loginHostsOf } from "../../azure";
import type { Provider, RequiredParameter } from "./provider";

/** What both versions of Microsoft Entra ID's token endpoint require. */
export function requiredByEntra(resource: string): readonly RequiredParameter[] {
  return [
    { name: "scope", path: "/oauth2/v2.0/token", example: `${resource}/.default`, error: "AADSTS900144" },
    { name: "resource", path: "/oauth2/token", example: resource, error: "AADSTS900144" },
  ];
}

/** Microsoft Entra ID, in the global cloud, that of the US government, and that of 21Vianet in China. */
export const entra: Provider = {
  title: "Microsoft Entra ID",
  grantTypes: ["client_credentials", "refresh_token"],
  hosts: allClouds.flatMap(loginHostsOf),
  tokenUrlForm: `https://${clouds.public.loginHost}/{tenant ID}/oauth2/v2.0/token`,
  defaults: { intervalMinutes: 45, assumedLifetimeMinutes: 60 },
  sharedTenants: ["common", "organizations", "consumers"],
  requires: requiredByEntra(clouds.public.graph),
  lifetime: "60 to 90 minutes; a refresh token 90 days",
  rotation: "each answer may have a new one; the old one stays valid",
  tried: ["client_credentials", "refresh_token"],
  sources: [
    "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow",
    "https://learn.microsoft.com/entra/identity-platform/configurable-token-lifetimes",
    "https://learn.microsoft.com/entra/identity-platform/refresh-tokens",
    "https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud",
  ],
};
