import type { AzureCaller } from "../../access";
import type { Actions, HttpAction } from "../../definition";
import { unixTimeAfter } from "../../definition/building";
import { getSecret } from "../vault/get-secret";
import { vaultFailuresParameter } from "../vault/vault-failure";
import { noteFailure } from "./note-failure";

/** Name of the action that reads the token from the vault. */
export const tokenAction = "Get_token";

/** Expression of the URL of the Salesforce instance that the token is for: a tag of the token's own version. */
export const instanceUrl = `body('${tokenAction}')?['tags']?['instance_url']`;

/**
 * Reads the token's current version. With the requests to Salesforce and Service Bus, and all retries, it ends within the
 * message's lock of 5 minutes.
 */
export function getToken(secretName: string, caller: AzureCaller): HttpAction {
  return getSecret(secretName, caller, {
    retryPolicy: { type: "exponential", count: 2, interval: "PT5S" },
    requestTimeout: "PT15S",
    timeout: "PT1M30S",
  });
}

/** Notes why the token could not be read. The outcome stays `Working`, with which the run ends. */
export function noteTokenFailure(): Actions {
  return noteFailure(tokenAction, {
    table: vaultFailuresParameter,
    runAfter: { [tokenAction]: ["Failed", "TimedOut"] },
    hasOutcome: false,
    notFound: "TokenNotFound",
  });
}

/** Expression of the Unix time at which the token's version was stored. */
const storedAt = `int(coalesce(body('${tokenAction}')?['attributes']?['created'], 0))`;

/** Expression that is true of a token that was stored longer ago than a number of minutes. */
export function isStoredBefore(minutes: number): string {
  return `less(${storedAt}, ${unixTimeAfter("utcNow()", String(-60 * minutes))})`;
}

/** Expression of the time a number of seconds after the token was stored, in ISO 8601. */
export function timeAfterStorage(seconds: number): string {
  return `addSeconds('1970-01-01T00:00:00Z', add(${storedAt}, ${seconds}))`;
}
