/** A request to send. */
export interface HttpRequest {
  readonly method: string;
  /** Absolute, https. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Of real time, from sending to the end of the answer. @default no limit */
  readonly timeoutMilliseconds?: number;
}

/** An answer, its body as text. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer in JSON. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(body),
  };
}

/** The host is not served on this machine, and no other server is contacted: its name does not resolve. */
export class HostNotServedError extends Error {
  override readonly name = "HostNotServedError";

  constructor(readonly host: string) {
    super(`Nothing here serves '${host}', and no request leaves this machine.`);
  }
}

/** An answer did not come in time. */
export class RequestTimeoutError extends Error {
  override readonly name = "RequestTimeoutError";

  constructor(host: string, timeoutMilliseconds: number) {
    super(`'${host}' did not answer within ${timeoutMilliseconds} milliseconds.`);
  }
}
