import { choose } from "../../definition/building";
import type { TokenSettings } from "../../settings";
import { vaultFailure } from "../vault/vault-failure";
import { failureClass, type FailureClass } from "./failure-classes";
import { credentialSecrets } from "./read-credentials";
import { requestTokenAction } from "./request-token";
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
      ...writes.map((action) => [failed(action), vaultFailure(action, { byConnector })] as const),
      ...(token.disableSupersededVersions
        ? [[failed(disableAction), failureClass("SupersededVersionNotDisabled")] as const]
        : []),
    ],
    failureClass("BadAnswer"),
  )}`;
}

function failed(action: string): string {
  return `contains(createArray('Failed', 'TimedOut'), coalesce(actions('${action}')?['status'], ''))`;
}
