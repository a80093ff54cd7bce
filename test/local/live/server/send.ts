import { request, type IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import type { PageServer } from "../../../../local/live/server/page-server";

/** A request to a page's server, as any program could send it. */
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  /** A list sends a header several times. */
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
}

/** An answer, with its body as text. */
export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The token in a page's address. */
export function tokenOf({ address }: Pick<PageServer, "address">): string {
  return new URL(address).hash.slice(1);
}

/** Headers with which the page itself sends an action. */
export function pageHeadersOf(server: Pick<PageServer, "address" | "origin">): Record<string, string> {
  return {
    origin: server.origin,
    authorization: `Bearer ${tokenOf(server)}`,
    "content-type": "application/json",
    "sec-fetch-site": "same-origin",
  };
}

/** Sends a request to 127.0.0.1, with the headers given and no others but `Host`. */
export function send({ origin }: Pick<PageServer, "origin">, sent: Sent = {}): Promise<Received> {
  const { method = "GET", path = "/", headers = {}, body } = sent;
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (response) => {
      const { statusCode: status = 0 } = response;
      text(response).then((received) => {
        resolve({ status, headers: response.headers, body: received });
      }, reject);
    })
      .once("error", reject)
      .end(body);
  });
}
