/** A request to a served host. */
export interface HttpRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** @default no limit */
  readonly timeoutMilliseconds?: number;
}

/** An answer; the names of its headers are in lower case. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer with a JSON body. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
}

/** Nothing is served under the host's name, and nothing outside is ever asked. */
export class HostNotServedError extends Error {
  constructor(readonly host: string) {
    super(`The host '${host}' is not served here, and nothing outside of this machine is asked.`);
    this.name = "HostNotServedError";
  }
}

/** No answer came within the request's limit. */
export class RequestTimeoutError extends Error {
  constructor(host: string, milliseconds: number) {
    super(`The host '${host}' gave no answer within ${milliseconds} ms.`);
    this.name = "RequestTimeoutError";
  }
}
