import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { json, type HttpAnswer } from "./http-messages";
import { behaviours } from "./behaviours";
import { singleHeaders } from "./send-request";
import { answerFrom } from "./service-answer";

/** A request as a server reads it. */
export interface ReceivedRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Largest body that a service reads; requests of the program are far smaller. */
const longestBodyBytes = 1_048_576;

/**
 * A listener for Node's servers from a function of request to answer. A body over 1 MiB is answered with 413; what the
 * function throws, a bug of the service, with 500 and the error's name and place, never its message: that may quote
 * the request.
 */
export function answerWith(handler: (request: ReceivedRequest) => HttpAnswer | Promise<HttpAnswer>): RequestListener {
  return (incoming, response) => {
    void answer(handler, incoming).then(
      (given) => {
        write(response, given);
      },
      (error: unknown) => {
        if (!response.destroyed) write(response, internalServerError(error));
      },
    );
  };
}

async function answer(handler: Parameters<typeof answerWith>[0], incoming: IncomingMessage): Promise<HttpAnswer> {
  const body = await bodyOf(incoming);
  if (body === undefined) {
    const message = `The request's body is longer than ${longestBodyBytes} bytes.`;
    const { code } = behaviours.bodyTooLong;
    return answerFrom(behaviours.bodyTooLong, { error: { code, message } }, { connection: "close" });
  }
  const { method = "", url = "/", headers } = incoming;
  return handler({ method, url: `https://${headers.host ?? ""}${url}`, headers: singleHeaders(headers), body });
}

async function bodyOf(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Read on, so that the sender comes to read the answer, but keep nothing.
    if (length <= longestBodyBytes) chunks.push(chunk);
  }
  return length > longestBodyBytes ? undefined : Buffer.concat(chunks).toString();
}

function write(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  const length = status === 204 || status === 304 ? {} : { "content-length": Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length });
  response.end(body);
}

function internalServerError(error: unknown): HttpAnswer {
  const [name, stack] = error instanceof Error ? [error.name, error.stack ?? ""] : [typeof error, ""];
  const [place = "an unknown place"] = /[^\s(]+:\d+:\d+(?=\)?$)/m.exec(stack) ?? [];
  const message = `The emulator failed with ${name} at ${place}.`;
  return json(500, { error: { code: "InternalServerError", message } });
}
