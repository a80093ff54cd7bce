import type { HttpAction, Leaf, RetryPolicy } from "../../definition";
import { secured } from "../../definition";
import { refreshTrigger } from "../refresh/refresh-definition";
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
export function listRefreshes(identity: Leaf | undefined): HttpAction {
  return requestOfRefresh(
    {
      description: "Finds the newest refresh since the token was stored, by a schedule, a person or a consumer.",
      method: "GET",
      // A time without quotation marks. https://github.com/pnp/cli-microsoft365/issues/4388
      path: "runs",
      queries: `&$top=1&$filter=startTime%20ge%20@{${timeAfterStorage(clockDifference)}}`,
      retryPolicy: { type: "fixed", count: 1, interval: "PT5S" },
      requestTimeout: "PT10S",
      timeout: "PT25S",
    },
    identity,
  );
}

/** Starts the refresh of the token. */
export function runRefresh(identity: Leaf | undefined): HttpAction {
  return requestOfRefresh(
    {
      description: "Starts the refresh of the token.",
      method: "POST",
      path: `triggers/${refreshTrigger}/run`,
      queries: "",
      // Sent again, it could start a second refresh.
      retryPolicy: { type: "none" },
      requestTimeout: "PT30S",
      timeout: "PT40S",
    },
    identity,
  );
}

interface RequestOfRefresh {
  readonly description: string;
  readonly method: "GET" | "POST";
  /** Below the workflow. */
  readonly path: string;
  /** Behind the API version. */
  readonly queries: string;
  readonly retryPolicy: RetryPolicy;
  readonly requestTimeout: string;
  readonly timeout: string;
}

function requestOfRefresh(request: RequestOfRefresh, identity: Leaf | undefined): HttpAction {
  const { description, method, path, queries, retryPolicy, requestTimeout, timeout } = request;
  return {
    type: "Http",
    description,
    runAfter: {},
    inputs: {
      method,
      uri: `https://management.azure.com/@{parameters('${refreshWorkflowIdParameter}')}/${path}?api-version=2019-05-01${queries}`,
      authentication: {
        type: "ManagedServiceIdentity",
        audience: "https://management.azure.com",
        ...(identity === undefined ? {} : { identity }),
      },
      retryPolicy,
    },
    limit: { timeout },
    operationOptions: "DisableAsyncPattern, SuppressWorkflowHeaders",
    runtimeConfiguration: { ...secured, requestOptions: { timeout: requestTimeout } },
  };
}
