import type { Actions, Condition, HttpAction, Leaf } from "../../definition";
import { secured } from "../../definition";
import { isTrue } from "../../definition/building";
import type { CompleteConsumer } from "./consumer";
import { refreshTrigger } from "../refresh/refresh-definition";
import type { ConsumerOptions } from "./consumer-options";
import { setFailure, setOutcome } from "./run-variables";
import { deliveryCount, returnMessage, serviceBusActions } from "./service-bus-requests";
import { isStoredBefore } from "./stored-session";

/** Name of the workflow parameter with the resource ID of the refresh Logic App, without its first slash. */
export const refreshWorkflowIdParameter = "refreshWorkflowId";

/** Name of the action that starts the refresh. */
export const runRefreshAction = "Run_refresh";

/**
 * Condition: the token that Salesforce refused was stored some time ago. One that is new would be refused again after
 * another refresh, and each run would store a version.
 *
 * @param status expression of the status of Salesforce's answer
 */
export function canBeRenewed({ refreshGraceMinutes }: CompleteConsumer, status: string): Condition {
  return { and: [isTrue(`equals(coalesce(${status}, 0), 401)`), isTrue(isStoredBefore(refreshGraceMinutes))] };
}

/**
 * Starts the refresh of the token.
 *
 * The message is given back once, so that the next run has it with the new token; after that it is left to its lock, so
 * that a refresh that fails does not use up its deliveries.
 */
export function renewSession({ subscription }: CompleteConsumer, { identity }: ConsumerOptions): Actions {
  const status = `outputs('${runRefreshAction}')?['statusCode']`;
  return {
    [runRefreshAction]: runRefresh(identity),
    Session_expired: setOutcome("Ends the run, which is no failure: the next one has a new token.", "SessionExpired", {
      [runRefreshAction]: ["Succeeded"],
    }),
    Refresh_failure: setFailure(
      "Notes that no refresh was started, and whether for lack of a permission.",
      `@if(equals(coalesce(${status}, 0), 403), 'RefreshNotAllowed', 'RefreshNotStarted')`,
      { [runRefreshAction]: ["Failed", "TimedOut"] },
    ),
    First_delivery: {
      type: "If",
      description: "Decides whether the message was delivered for the first time.",
      runAfter: { Session_expired: ["Succeeded"] },
      expression: { and: [isTrue(`equals(${deliveryCount}, 1)`)] },
      actions: { [serviceBusActions.giveBack]: returnMessage(subscription, identity) },
      else: { actions: {} },
    },
  };
}

function runRefresh(identity: Leaf | undefined): HttpAction {
  return {
    type: "Http",
    description: "Starts the refresh of the token.",
    runAfter: {},
    inputs: {
      method: "POST",
      uri: `https://management.azure.com/@{parameters('${refreshWorkflowIdParameter}')}/triggers/${refreshTrigger}/run?api-version=2019-05-01`,
      authentication: {
        type: "ManagedServiceIdentity",
        audience: "https://management.azure.com",
        ...(identity === undefined ? {} : { identity }),
      },
      // Sent again, it could start a second refresh.
      retryPolicy: { type: "none" },
    },
    limit: { timeout: "PT40S" },
    operationOptions: "DisableAsyncPattern, SuppressWorkflowHeaders",
    runtimeConfiguration: { ...secured, requestOptions: { timeout: "PT30S" } },
  };
}
