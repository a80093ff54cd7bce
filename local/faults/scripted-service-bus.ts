import { findServiceBusOperation, type ServiceBusOperationName } from "../../azure";
import type { Azure } from "../../emulator";
import { withSimulatedLatency, type HttpAnswer, type ReceivedRequest } from "../../emulator/network";
import type { InterceptMessages } from "../../emulator/service-bus";

/** Longer than an HTTP action waits for an answer. https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-configuration */
const tooLong = 150_000;

/** Service Bus performs the request, and its answer comes too late for a Logic App. */
export const answerLost: InterceptMessages = async (_request, answer) => withSimulatedLatency(tooLong, await answer());

/** Service Bus does nothing, and this answers. */
export function answeredWith(status: number): InterceptMessages {
  return () => ({ status, headers: {}, body: "" });
}

/** Requests of one operation that a script has changed. */
export interface ScriptedMessages<T> {
  readonly result: T;
  /** Those that came, changed or not. */
  readonly requests: readonly ReceivedRequest[];
}

/**
 * Lets a script stand between clients and Service Bus while something is done.
 *
 * @param operation others pass
 * @param script for each request in turn; undefined: it passes, as do those after the last
 */
export async function withScriptedMessages<T>(
  { serviceBus }: Pick<Azure, "serviceBus">,
  operation: ServiceBusOperationName,
  script: readonly (InterceptMessages | undefined)[],
  work: () => Promise<T>,
): Promise<ScriptedMessages<T>> {
  const requests: ReceivedRequest[] = [];
  serviceBus.intercept((request, answer): HttpAnswer | Promise<HttpAnswer> => {
    const { pathname } = new URL(request.url);
    if (findServiceBusOperation(request.method, pathname)?.operation.name !== operation) return answer();
    requests.push(request);
    const step = script[requests.length - 1];
    return step === undefined ? answer() : step(request, answer);
  });
  try {
    return { result: await work(), requests };
  } finally {
    serviceBus.intercept(undefined);
  }
}
