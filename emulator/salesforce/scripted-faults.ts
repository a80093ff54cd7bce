import type { Failure, Refusal } from "../provenance";
import { behaviours } from "./behaviours";
import { SalesforceError } from "./errors";
import type { RowError } from "./row-error";
import { scriptedRowBehaviour, type ScriptedStatusCode } from "./row-behaviours";
import type { FieldValue } from "./sobject";

/** Errors of a whole request that tests and commands can choose, by their `errorCode`, with Salesforce's messages. */
const requestErrors = {
  INVALID_SESSION_ID: {
    refusal: behaviours.sessionNotForRestApi,
    message: "This session is not valid for use with the REST API",
  },
  REQUEST_LIMIT_EXCEEDED: { refusal: behaviours.requestLimitExceeded, message: "TotalRequests Limit exceeded." },
  API_DISABLED_FOR_ORG: {
    refusal: behaviours.apiDisabledForOrg,
    message: "API is not enabled for this Organization or Partner",
  },
  UNKNOWN_EXCEPTION: { refusal: behaviours.unknownException, message: "An unexpected error occurred." },
  SERVER_UNAVAILABLE: { refusal: behaviours.serverUnavailable, message: "Server is unavailable." },
  URI_TOO_LONG: { refusal: behaviours.uriTooLong, message: "URI Too Long" },
} as const satisfies Readonly<Record<string, { readonly refusal: Refusal; readonly message: string }>>;

/** An `errorCode` of a whole request that tests and commands can choose. */
export type ScriptedErrorCode = keyof typeof requestErrors;

/** Errors and delays that tests and commands choose for the next requests and records. */
export class ScriptedFaults {
  readonly #requests: { readonly code: ScriptedErrorCode; left: number }[] = [];
  readonly #rows: { readonly externalId: string; readonly record: Failure; left: number }[] = [];

  readonly #delays: { readonly milliseconds: number; left: number }[] = [];

  addForRequests(code: ScriptedErrorCode, count: number): void {
    this.#requests.push({ code, left: count });
  }

  addForRecord(externalId: string, code: ScriptedStatusCode, count: number): void {
    this.#rows.push({ externalId, record: scriptedRowBehaviour(code), left: count });
  }

  addDelay(milliseconds: number, count: number): void {
    this.#delays.push({ milliseconds, left: count });
  }

  clear(): void {
    this.#requests.length = 0;
    this.#rows.length = 0;
    this.#delays.length = 0;
  }

  /** Takes the error of the next request. */
  nextOfRequest(): SalesforceError | undefined {
    const next = take(this.#requests);
    if (next === undefined) return undefined;
    const { refusal, message } = requestErrors[next.code];
    return new SalesforceError(refusal, message);
  }

  /** Takes the error of the next record with an external ID. */
  nextOfRecord(externalId: FieldValue): RowError | undefined {
    const record = take(this.#rows.filter((each) => each.externalId === String(externalId)))?.record;
    if (record === undefined) return undefined;
    return { record, message: `${record.code}, as chosen for this record`, fields: [] };
  }

  /** Takes the simulated duration of the next answer, in milliseconds. */
  nextDelay(): number {
    return take(this.#delays)?.milliseconds ?? 0;
  }
}

/** Uses up one of the first entry that has some left. */
function take<Entry extends { left: number }>(entries: readonly Entry[]): Entry | undefined {
  const next = entries.find(({ left }) => left > 0);
  if (next !== undefined) next.left -= 1;
  return next;
}
