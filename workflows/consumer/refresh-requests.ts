import type { AzureCaller } from "../../access";
import { defaultApiVersion } from "../../azure";
import type { HttpAction } from "../../definition";
import { refreshTrigger } from "../refresh/refresh-definition";
import { cloudOf, identityRequest } from "./identity-request";
import { timeAfterStorage } from "./stored-session";

/** Name of the workflow parameter with the resource ID of the refresh Logic App, without its first slash. */
export const refreshWorkflowIdParameter = "refreshWorkflowId";

/** Names of the actions that call Azure Resource Manager. */
export const refreshActions = { list: "List_refreshes", run: "Run_refresh" } as const;

/**
 * Seconds after the storage of a version within which a run is the one that stored it: the start that Logic Apps notes
 * and the storage that Key Vault notes are of two clocks. No consumer starts a refresh so early.
 */
const clockDifference = 60;

/** Reads the newest run of the refresh since the token's version was stored. */
export function listRefreshes(caller: AzureCaller): HttpAction {
  return identityRequest(
    {
      description: "Finds the newest refresh since the token was stored, by a schedule, a person or a consumer.",
      method: "GET",
      // A time without quotation marks. https://github.com/pnp/cli-microsoft365/issues/4388
      uri: `${refreshUri(caller, "runs")}&$top=1&$filter=startTime%20ge%20@{${timeAfterStorage(clockDifference)}}`,
      audience: "resourceManager",
      retryPolicy: { type: "fixed", count: 1, interval: "PT5S" },
      requestTimeout: "PT10S",
      timeout: "PT25S",
    },
    caller,
  );
}

/** Starts the refresh of the token. */
export function runRefresh(caller: AzureCaller): HttpAction {
  return identityRequest(
    {
      description: "Starts the refresh of the token.",
      method: "POST",
      uri: refreshUri(caller, `triggers/${refreshTrigger}/run`),
      audience: "resourceManager",
      // Sent again, it could start a second refresh.
      retryPolicy: { type: "none" },
      requestTimeout: "PT30S",
      timeout: "PT40S",
    },
    caller,
  );
}

/** Address of the refresh Logic App in Azure Resource Manager. @param path below the workflow */
function refreshUri(caller: AzureCaller, path: string): string {
  const apiVersion = defaultApiVersion("Microsoft.Logic/workflows");
  return `${cloudOf(caller).resourceManager}/@{parameters('${refreshWorkflowIdParameter}')}/${path}?api-version=${apiVersion}`;
}
