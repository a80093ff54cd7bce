import type { Actions, TerminateAction } from "../../definition";
import { failRun } from "../../definition/building";
import type { TokenSettings } from "../../settings";
import type { FailureClass } from "./failure-classes";
import { grants } from "./token-request/grants";
import { requestTokenAction } from "./token-request/request-token";
import { setRefreshTokenAction } from "./token-answer/rotated-refresh-token";
import { readsStoredToken, storedTokenAction } from "./stored-token";
import { writeActions } from "./write-actions";

/**
 * Ends the run if its last action did not succeed and nothing before has ended it: after an action that was cancelled,
 * which no run-after can name (an action over its time limit ends TimedOut or Cancelled, the documents do not say which),
 * or a condition that could not be evaluated.
 *
 * @param actions the run's actions; those of them that end the run must have been skipped
 */
export function failUnlessEnded(token: TokenSettings, actions: Actions, last: string): TerminateAction {
  const ends = Object.entries(actions).flatMap(([name, { type }]) => (type === "Terminate" ? [name] : []));
  return failRun({
    description: "Ends the run if it was cut short and no other action has ended it.",
    code: `@${codeOfCancelled(token)}`,
    message:
      "The refresh did not end well; the code says why, and docs/troubleshooting.md what to do. A token that was stored " +
      "before is still there.",
    runAfter: {
      [last]: ["Failed", "Skipped", "TimedOut"],
      ...Object.fromEntries(ends.map((name) => [name, ["Skipped"] as const])),
    },
  });
}

function codeOfCancelled(token: TokenSettings): string {
  const rotates = grants[token.grantType].rotates !== undefined;
  const writes = [...(token.instanceUrl === "secret" ? [writeActions.instanceUrl] : []), writeActions.accessToken];
  const beforeVault: readonly (readonly [string, FailureClass])[] = [
    ...(rotates ? [[isCancelled(setRefreshTokenAction), "RotatedRefreshTokenNotStored"] as const] : []),
    [isCancelled(requestTokenAction), "TokenServerUnavailable"],
  ];
  const ofVault = [
    `equals(${status(requestTokenAction)}, 'Skipped')`,
    ...(readsStoredToken(token) ? [isCancelled(storedTokenAction)] : []),
    ...writes.map(isCancelled),
  ];
  const cases: readonly (readonly [string, FailureClass])[] = [
    ...beforeVault,
    [`or(${ofVault.join(", ")})`, "VaultUnavailable"],
  ];
  return cases.reduceRight(
    (otherwise, [condition, name]) => `if(${condition}, '${name}', ${otherwise})`,
    `'${"BadAnswer" satisfies FailureClass}'`,
  );
}

function isCancelled(action: string): string {
  return `equals(${status(action)}, 'Cancelled')`;
}

function status(action: string): string {
  return `actions('${action}')?['status']`;
}
