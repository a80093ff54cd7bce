import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { HttpAnswer } from "./http-messages";
import { json } from "./http-messages";

/** A request as a host's handler sees it: its URL absolute, the names of its headers in lower case. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const bodyLimit = 1024 * 1024;

/**
 * A listener that answers as a function says.
 *
 * A body above 1 MB is answered with 413. What the function throws is answered with 500 and without any detail,
 * since a message could hold a secret.
 */
export function answerWith(handler: (request: ReceivedRequest) => HttpAnswer | Promise<HttpAnswer>): RequestListener {
  return (request, response) => {
    answer(request, handler).then(
      (result) => {
        write(response, result);
      },
      () => {
        write(response, json(500, { error: { code: "InternalServerError", message: "The stand-in failed." } }));
      },
    );
  };
}

async function answer(
  request: IncomingMessage,
  handler: (request: ReceivedRequest) => HttpAnswer | Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
  }
  if (size > bodyLimit) return json(413, { error: { code: "RequestEntityTooLarge", message: "More than 1 MB." } });
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
  return handler({
    method: request.method ?? "GET",
    url: new URL(request.url ?? "/", `https://${headers.host ?? ""}`).href,
    headers,
    body: Buffer.concat(chunks).toString("utf8"),
  });
}

function write(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  response.writeHead(status, headers).end(body);
}
