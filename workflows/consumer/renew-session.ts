import type { Actions, Condition } from "../../definition";
import { isTrue } from "../../definition/building";
import type { CompleteConsumer } from "./consumer";
import type { ConsumerOptions } from "./consumer-options";
import { listRefreshes, refreshActions, runRefresh } from "./refresh-requests";
import { setFailure, setOutcome } from "./run-variables";
import { deliveryCount, returnMessage, serviceBusActions } from "./service-bus-requests";
import { isStoredBefore } from "./stored-session";

const { list, run } = refreshActions;

/**
 * Condition: the token that Salesforce refused was stored some time ago. One that is new would be refused again after
 * another refresh, and each run would store a version.
 *
 * @param status expression of the status of Salesforce's answer
 */
export function canBeRenewed({ refreshGraceMinutes }: CompleteConsumer, status: string): Condition {
  return { and: [isTrue(`equals(coalesce(${status}, 0), 401)`), isTrue(isStoredBefore(refreshGraceMinutes))] };
}

/** Expression of the refreshes that were listed. */
const refreshes = `body('${list}')['value']`;
const statusOfNewest = `coalesce(first(${refreshes})?['properties']?['status'], '')`;

/** Names of the decisions. */
const decisions = { due: "No_refresh_yet", underWay: "Refresh_is_under_way" } as const;

/**
 * Starts the refresh of the token, unless there was one since the token was stored: one that fails is not asked again by
 * each run, and one that takes long is waited for.
 *
 * The message is given back once, so that the next run has it with the new token; after that it is left to its lock, so
 * that a refresh that fails does not use up its deliveries.
 */
export function renewSession({ subscription }: CompleteConsumer, options: ConsumerOptions): Actions {
  return {
    [list]: listRefreshes(options),
    List_failure: setFailure(
      "Notes that nobody knows whether there was a refresh, and whether for lack of a permission.",
      `@${codeOfRefusal(list)}`,
      { [list]: ["Failed", "TimedOut"] },
    ),
    [decisions.due]: {
      type: "If",
      description: "Decides whether no refresh was started since the token was stored.",
      runAfter: { [list]: ["Succeeded"] },
      expression: { and: [isTrue(`empty(${refreshes})`)] },
      actions: { [run]: runRefresh(options) },
      else: { actions: {} },
    },
    [decisions.underWay]: {
      type: "If",
      description:
        "Decides whether a refresh was started now, or an earlier one is under way or has stored a new token.",
      runAfter: { [decisions.due]: ["Succeeded", "Failed", "TimedOut"] },
      expression: {
        or: [
          isTrue(`equals(actions('${run}')?['status'], 'Succeeded')`),
          isTrue(`contains(createArray('Running', 'Waiting', 'Succeeded'), ${statusOfNewest})`),
        ],
      },
      actions: {
        Session_expired: setOutcome(
          "Ends the run, which is no failure: a later one has a new token.",
          "SessionExpired",
          {},
        ),
      },
      else: {
        actions: {
          Refresh_failure: setFailure(
            "Notes that the refresh failed and is left to its schedule, or why none was started.",
            `@if(empty(${refreshes}), ${codeOfRefusal(run)}, 'RefreshFailed')`,
            {},
          ),
        },
      },
    },
    First_delivery: {
      type: "If",
      description: "Decides whether the session is being renewed, and the message was delivered for the first time.",
      runAfter: { [decisions.underWay]: ["Succeeded"] },
      expression: {
        and: [isTrue("equals(variables('outcome'), 'SessionExpired')"), isTrue(`equals(${deliveryCount}, 1)`)],
      },
      actions: { [serviceBusActions.giveBack]: returnMessage(subscription, options) },
      else: { actions: {} },
    },
  };
}

/** Expression of the class of a call of Azure Resource Manager that failed. It can be evaluated where the call was skipped. */
function codeOfRefusal(action: string): string {
  const status = `actions('${action}')?['outputs']?['statusCode']`;
  return `if(equals(coalesce(${status}, 0), 403), 'RefreshNotAllowed', 'RefreshNotStarted')`;
}
