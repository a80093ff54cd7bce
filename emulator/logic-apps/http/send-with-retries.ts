import type { Clock } from "../../clock";
import { follow, type Readings } from "../../provenance";
import {
  HostNotServedError,
  readSimulatedLatency,
  RequestTimeoutError,
  type HttpAnswer,
  type HttpRequest,
} from "../../network";
import { actionFailure, type ActionFailure } from "../errors";
import type { RetryPolicy } from "./retry-policy";
import { actionBehaviours as behaviours } from "../action-behaviours";
import { exercise } from "../../provenance";
import type { RetriedRequest } from "../run-history";
import { statusName } from "./status-name";

/** Sends a request from the runtime. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>;

/** Result of a request. */
type SentOnce =
  | { readonly kind: "answer"; readonly answer: HttpAnswer }
  | {
      readonly kind: "failure";
      readonly status: "Failed" | "TimedOut" | "Cancelled";
      readonly error: ActionFailure;
    };

/** Result of a request and its retries. */
export type Sent = SentOnce & { readonly attempts: number; readonly retryHistory: readonly RetriedRequest[] };

/** Time limit of an action with all its requests. */
export interface ActionLimit {
  readonly milliseconds: number;
  /** Status of an action that exceeds it. */
  readonly status: "TimedOut" | "Cancelled";
}

/** Services and limits of a request and its retries. */
interface Sending {
  readonly send: Send;
  readonly clock: Clock;
  readonly policy: RetryPolicy;
  /** @default none */
  readonly limit?: ActionLimit | undefined;
  readonly readings: Readings;
}

/**
 * Sends a request, and again as the policy says: after 408, 429, 5xx, a time-out or a failed connection.
 * A time limit is real time, and time on the clock for an answer with a simulated latency. Waits go through the clock;
 * `Retry-After` is waited for when it is longer than the policy's interval, and the action's limit ends any wait.
 */
export async function sendWithRetries(request: HttpRequest, sending: Sending): Promise<Sent> {
  const { clock, policy, limit } = sending;
  const end = limit === undefined ? Number.POSITIVE_INFINITY : clock.now().getTime() + limit.milliseconds;
  const { timeoutMilliseconds = Number.POSITIVE_INFINITY } = request;
  const retryHistory: RetriedRequest[] = [];
  for (let attempts = 1; ; attempts += 1) {
    const startTime = clock.now();
    const left = end - startTime.getTime();
    const isLast = left < timeoutMilliseconds;
    const sent = await sendOnce(isLast ? { ...request, timeoutMilliseconds: left } : request, sending);
    const timedOut = sent.kind === "failure" && sent.error.code === behaviours.requestTimedOut.code;
    if (limit !== undefined && timedOut && isLast) return { ...exceeded(limit), attempts, retryHistory };
    if (attempts > policy.count || !isTransient(sent)) return { ...sent, attempts, retryHistory };
    retryHistory.push({ startTime, endTime: clock.now(), code: codeOf(sent) });
    const retryAfter = sent.kind === "answer" ? retryAfterOf(sent.answer, sending) : 0;
    exercise(behaviours.retried);
    if (retryAfter > policy.wait(attempts)) exercise(behaviours.retryAfter);
    const wait = Math.max(policy.wait(attempts), retryAfter);
    if (limit !== undefined && clock.now().getTime() + wait >= end) {
      await clock.wait(end - clock.now().getTime());
      return { ...exceeded(limit), attempts, retryHistory };
    }
    await clock.wait(wait);
  }
}

function exceeded({ status, milliseconds }: ActionLimit): SentOnce {
  const message = `The action did not complete within its limit of ${milliseconds / 1_000} seconds.`;
  return { kind: "failure", status, error: actionFailure(behaviours.actionTimedOut, message) };
}

async function sendOnce(
  request: HttpRequest,
  { send, clock, readings }: Pick<Sending, "send" | "clock" | "readings">,
): Promise<SentOnce> {
  const { timeoutMilliseconds = Number.POSITIVE_INFINITY } = request;
  try {
    if (follow(readings, "delivery") === "twice") await send(request).catch(() => undefined);
    const { answer, tookMilliseconds } = readSimulatedLatency(await send(request));
    if (tookMilliseconds > 0) await clock.wait(Math.min(tookMilliseconds, timeoutMilliseconds));
    if (tookMilliseconds > timeoutMilliseconds)
      throw new RequestTimeoutError(new URL(request.url).host, timeoutMilliseconds);
    return { kind: "answer", answer };
  } catch (error) {
    return { kind: "failure", ...failureOf(error, new URL(request.url).host) };
  }
}

/** Names the host only: a URL's queries may hold a key. */
function failureOf(error: unknown, host: string): { status: "Failed" | "TimedOut"; error: ActionFailure } {
  if (error instanceof RequestTimeoutError) {
    const message = `The request to '${host}' did not complete within its time limit.`;
    return { status: "TimedOut", error: actionFailure(behaviours.requestTimedOut, message) };
  }
  if (error instanceof HostNotServedError) {
    const message = `The remote name could not be resolved: '${host}'.`;
    return { status: "Failed", error: actionFailure(behaviours.hostNotFound, message) };
  }
  const message = `The connection to '${host}' failed.`;
  return { status: "Failed", error: actionFailure(behaviours.connectionFailed, message) };
}

function codeOf(sent: SentOnce): string {
  return sent.kind === "failure" ? sent.error.code : statusName(sent.answer.status);
}

function isTransient(sent: SentOnce): boolean {
  // A host that is not served here stays unknown.
  if (sent.kind === "failure") return sent.error.code !== behaviours.hostNotFound.code;
  const { status } = sent.answer;
  return status === 408 || status === 429 || (status >= 500 && status <= 599);
}

/** Milliseconds that a `Retry-After` header asks for; seconds or a date. */
function retryAfterOf(answer: HttpAnswer, { clock, readings }: Sending): number {
  const value = answer.headers["retry-after"];
  if (value === undefined) return 0;
  const isSeconds = /^\d+$/.test(value);
  if (!(isSeconds && answer.status === 429) && follow(readings, "retryAfter") === "secondsAfter429") return 0;
  const wait = isSeconds ? Number(value) * 1_000 : Date.parse(value) - clock.now().getTime();
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}
