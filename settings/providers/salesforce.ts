import type { Provider } from "./provider";

/**
 * Salesforce. `my.salesforce.mil` is the cloud of the US Department of Defense, `sfcrmproducts.cn` that on Alibaba Cloud,
 * and `my.site.com` has Experience Cloud sites.
 */
export const salesforce: Provider = {
  title: "Salesforce",
  grantTypes: ["client_credentials", "refresh_token"],
  hosts: ["salesforce.com", "salesforce.mil", "sfcrmproducts.cn", "my.site.com"],
  pathOnOtherHosts: "/services/oauth2/token",
  tokenUrlForm: "https://{My Domain}.my.salesforce.com/services/oauth2/token",
  defaults: { intervalMinutes: 60, assumedLifetimeMinutes: 120 },
  lifetime: "the session timeout, 2 hours by default; the answer has no `expires_in`",
  rotation: "if enabled in the External Client App; using an old one revokes all",
  tried: ["client_credentials", "refresh_token"],
  sources: [
    "https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm",
    "https://github.com/forcedotcom/sfdx-core/blob/main/src/util/sfdcUrl.ts",
    "https://github.com/tprouvot/Salesforce-Inspector-reloaded/blob/main/addon/background.js",
  ],
};
