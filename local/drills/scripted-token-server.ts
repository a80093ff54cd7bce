import { answerWith, type HttpAnswer, type ReceivedRequest } from "../network";
import type { LocalStack } from "../run/local-stack";

/** A token server that answers whatever a test tells it to. */
export interface ScriptedTokenServer {
  /** Lets it answer this while something is done; undefined: nothing answers. Gives the requests that came, too. */
  while<T>(
    answer: HttpAnswer | (() => HttpAnswer | Promise<HttpAnswer>) | undefined,
    work: () => Promise<T>,
  ): Promise<{ readonly result: T; readonly requests: readonly ReceivedRequest[] }>;
}

/** Takes the place of the authorization server at a host, for good. */
export function scriptedTokenServer({ azure: { network } }: LocalStack, host: string): ScriptedTokenServer {
  network.unserve(host);
  return {
    while: async (answer, work) => {
      const requests: ReceivedRequest[] = [];
      if (answer === undefined) return { result: await work(), requests };
      network.serve(
        host,
        answerWith((request) => {
          requests.push(request);
          return typeof answer === "function" ? answer() : answer;
        }),
      );
      try {
        return { result: await work(), requests };
      } finally {
        network.unserve(host);
      }
    },
  };
}
