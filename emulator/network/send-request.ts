import { request as httpsRequest, type Agent } from "node:https";
import { text } from "node:stream/consumers";
import type { IncomingMessage } from "node:http";
import { HostNotServedError, RequestTimeoutError, type HttpAnswer, type HttpRequest } from "./http-messages";

/** Sends a request and reads the whole answer. No redirect is followed. Errors tell the host, never path or query. */
export async function sendRequest(agent: Agent, request: HttpRequest): Promise<HttpAnswer> {
  const url = new URL(request.url);
  if (url.protocol !== "https:") throw new HostNotServedError(`${url.protocol}//${url.host}`);
  const { timeoutMilliseconds } = request;
  const timeout = new AbortController();
  const timer =
    timeoutMilliseconds === undefined
      ? undefined
      : setTimeout(() => {
          timeout.abort();
        }, timeoutMilliseconds);
  try {
    const answer = await answerTo(agent, url, request, timeout.signal);
    const body = await text(answer);
    return { status: answer.statusCode ?? 0, headers: singleHeaders(answer.headers), body };
  } catch (error) {
    if (timeout.signal.aborted) throw new RequestTimeoutError(url.host, timeoutMilliseconds ?? 0);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function answerTo(
  agent: Agent,
  url: URL,
  { method, headers, body }: HttpRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = httpsRequest(url, { method, agent, headers: headers ?? {}, signal }, resolve);
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Headers as they are written: a header that came several times has its values after each other. */
export function singleHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === "string" ? value : value.join(", ")]],
    ),
  );
}
