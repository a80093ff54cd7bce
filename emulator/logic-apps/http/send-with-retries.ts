import type { Clock } from "../../clock";
import {
  HostNotServedError,
  readSimulatedLatency,
  RequestTimeoutError,
  type HttpAnswer,
  type HttpRequest,
} from "../../network";
import type { RunError } from "../run-history";
import type { RetryPolicy } from "./retry-policy";

/** Sends a request from the runtime. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>;

/** Result of a request and its retries. */
export type Sent =
  | { readonly kind: "answer"; readonly answer: HttpAnswer; readonly attempts: number }
  | {
      readonly kind: "failure";
      readonly status: "Failed" | "TimedOut";
      readonly error: RunError;
      readonly attempts: number;
    };

/**
 * Sends a request, and again as the policy says: after 408, 429, 5xx, a time-out or a failed connection.
 * A time limit is real time, and time on the clock for an answer that says how long it took (`late`).
 * Waits go through the clock; `Retry-After` is waited for when it is longer than the policy's interval.
 */
export async function sendWithRetries(
  request: HttpRequest,
  services: { readonly send: Send; readonly clock: Clock; readonly policy: RetryPolicy },
): Promise<Sent> {
  const { send, clock, policy } = services;
  for (let attempts = 1; ; attempts += 1) {
    const sent = await sendOnce(request, { send, clock }, attempts);
    if (attempts > policy.count || !isTransient(sent)) return sent;
    const retryAfter = sent.kind === "answer" ? retryAfterOf(sent.answer, clock.now()) : 0;
    await clock.wait(Math.max(policy.wait(attempts), retryAfter));
  }
}

async function sendOnce(
  request: HttpRequest,
  { send, clock }: { readonly send: Send; readonly clock: Clock },
  attempts: number,
): Promise<Sent> {
  const { timeoutMilliseconds = Number.POSITIVE_INFINITY } = request;
  try {
    const { answer, tookMilliseconds } = readSimulatedLatency(await send(request));
    if (tookMilliseconds > 0) await clock.wait(Math.min(tookMilliseconds, timeoutMilliseconds));
    if (tookMilliseconds > timeoutMilliseconds)
      throw new RequestTimeoutError(new URL(request.url).host, timeoutMilliseconds);
    return { kind: "answer", answer, attempts };
  } catch (error) {
    return { kind: "failure", ...failureOf(error, new URL(request.url).host), attempts };
  }
}

/** Names the host only: a URL's queries may hold a key. */
function failureOf(error: unknown, host: string): { status: "Failed" | "TimedOut"; error: RunError } {
  if (error instanceof RequestTimeoutError) {
    const message = `The request to '${host}' did not complete within its time limit.`;
    return { status: "TimedOut", error: { code: "ActionTimedOut", message } };
  }
  if (error instanceof HostNotServedError) {
    const message = `The remote name could not be resolved: '${host}'.`;
    return { status: "Failed", error: { code: nameResolutionFailure, message } };
  }
  const message = `The connection to '${host}' failed.`;
  return { status: "Failed", error: { code: "ConnectionFailure", message } };
}

const nameResolutionFailure = "NameResolutionFailure";

function isTransient(sent: Sent): boolean {
  // A host that is not served here stays unknown.
  if (sent.kind === "failure") return sent.error.code !== nameResolutionFailure;
  const { status } = sent.answer;
  return status === 408 || status === 429 || (status >= 500 && status <= 599);
}

/** Milliseconds that a `Retry-After` header asks for; seconds or a date. */
function retryAfterOf(answer: HttpAnswer, now: Date): number {
  const value = answer.headers["retry-after"];
  if (value === undefined) return 0;
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now.getTime();
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}
