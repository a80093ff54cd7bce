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

/** Errors that tests and commands choose for the next requests and records. */
export class ScriptedErrors {
  readonly #requests: { readonly code: ScriptedErrorCode; left: number }[] = [];
  readonly #rows: { readonly externalId: string; readonly record: Failure; left: number }[] = [];

  addForRequests(code: ScriptedErrorCode, count: number): void {
    this.#requests.push({ code, left: count });
  }

  addForRecord(externalId: string, code: ScriptedStatusCode, count: number): void {
    this.#rows.push({ externalId, record: scriptedRowBehaviour(code), left: count });
  }

  clear(): void {
    this.#requests.length = 0;
    this.#rows.length = 0;
  }

  /** Takes the error of the next request. */
  nextOfRequest(): SalesforceError | undefined {
    const next = this.#requests.find(({ left }) => left > 0);
    if (next === undefined) return undefined;
    next.left -= 1;
    const { refusal, message } = requestErrors[next.code];
    return new SalesforceError(refusal, message);
  }

  /** Takes the error of the next record with an external ID. */
  nextOfRecord(externalId: FieldValue): RowError | undefined {
    const next = this.#rows.find((each) => each.left > 0 && each.externalId === String(externalId));
    if (next === undefined) return undefined;
    next.left -= 1;
    const { record } = next;
    return { record, message: `${record.code}, as chosen for this record`, fields: [] };
  }
}
