import { choose } from "./choose-class";
import { credentialActions } from "./read-credentials";
import type { RefreshedToken } from "./refreshed-token";
import { requestTokenAction } from "./request-token";
import { disableAction } from "./superseded-version";
import { tokenRequestFailure } from "./token-request-failure";
import { vaultFailure } from "./vault-failure";
import { writeActions } from "./write-actions";

/**
 * Expression of the class of a failure: a choice among literals by statuses and comparisons, so that nothing of an
 * answer gets into the run's error.
 *
 * Both branches of `if` must be computable whatever happened: an action that was skipped has no outputs.
 */
export function failureCode(token: RefreshedToken): string {
  const reads = [
    ...("secretName" in token.clientId ? [credentialActions.clientId] : []),
    credentialActions.clientSecret,
    ...(token.grantType === "refresh_token" ? [credentialActions.refreshToken] : []),
  ];
  const byConnector = token.writePath === "connector";
  const writes = [...(token.instanceUrl === "secret" ? [writeActions.instanceUrl] : []), writeActions.accessToken];
  return `@${choose(
    [
      ...reads.map((action) => [failed(action), vaultFailure(action, { notFound: "CredentialNotFound" })] as const),
      [failed(requestTokenAction), tokenRequestFailure()],
      ...writes.map((action) => [failed(action), vaultFailure(action, { byConnector })] as const),
      ...(token.disableSupersededVersions === true
        ? [[failed(disableAction), "'SupersededVersionNotDisabled'"] as const]
        : []),
    ],
    "'BadAnswer'",
  )}`;
}

function failed(action: string): string {
  return `contains(createArray('Failed', 'TimedOut'), coalesce(actions('${action}')?['status'], ''))`;
}
