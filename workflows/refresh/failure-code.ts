import { choose } from "../../definition/building";
import type { TokenSettings } from "../../settings";
import { vaultFailure } from "../vault/vault-failure";
import { failureClass, type FailureClass } from "./failure-classes";
import { grants } from "./grants";
import { credentialSecrets } from "./read-credentials";
import { requestTokenAction } from "./request-token";
import { setRefreshTokenAction } from "./rotated-refresh-token";
import { readsStoredToken, storedTokenAction } from "./stored-token";
import { disableAction } from "./superseded-version";
import { tokenRequestFailure } from "./token-request-failure";
import { writeActions } from "./write-actions";

/**
 * Expression of the class of a failure: a choice among literals by statuses and comparisons, so that nothing from a
 * response gets into the run's error.
 *
 * `if` evaluates both branches, so both must be valid whatever happened: an action that was skipped has no outputs.
 */
export function failureCode(token: TokenSettings): string {
  const byConnector = token.writePath === "connector";
  const notFound: FailureClass = "CredentialNotFound";
  const writes = [...(token.instanceUrl === "secret" ? [writeActions.instanceUrl] : []), writeActions.accessToken];
  return `@${choose(
    [
      ...Object.keys(credentialSecrets(token)).map(
        (action) => [failed(action), vaultFailure(action, { notFound })] as const,
      ),
      [failed(requestTokenAction), tokenRequestFailure()],
      // Failed or TimedOut, it has ended the run before.
      ...(grants[token.grantType].rotates === undefined
        ? []
        : [[cancelled(setRefreshTokenAction), failureClass("RotatedRefreshTokenNotStored")] as const]),
      ...writes.map((action) => [failed(action), vaultFailure(action, { byConnector })] as const),
      ...(token.disableSupersededVersions
        ? [[failed(disableAction), failureClass("SupersededVersionNotDisabled")] as const]
        : []),
      // A failed read of it does not matter, but nothing runs after a cancelled one.
      ...(readsStoredToken(token) ? [[cancelled(storedTokenAction), vaultFailure(storedTokenAction)] as const] : []),
    ],
    failureClass("BadAnswer"),
  )}`;
}

function failed(action: string): string {
  return hasStatus(action, ["Failed", "TimedOut", "Cancelled"]);
}

/** An action over its time limit ends TimedOut or Cancelled: the documents do not say which. */
function cancelled(action: string): string {
  return hasStatus(action, ["Cancelled"]);
}

function hasStatus(action: string, statuses: readonly string[]): string {
  const list = statuses.map((status) => `'${status}'`).join(", ");
  return `contains(createArray(${list}), coalesce(actions('${action}')?['status'], ''))`;
}
