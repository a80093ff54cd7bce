import { answerWith, json, type HttpAnswer, type ReceivedRequest } from "../../emulator/network";
import type { LocalStack } from "../stack/local-stack";

/** A token server with scripted responses. */
export interface ScriptedTokenServer {
  /** Lets it answer this while something is done; undefined: nothing answers. Gives the requests that came, too. */
  while<T>(
    answer: HttpAnswer | (() => HttpAnswer | Promise<HttpAnswer>) | undefined,
    work: () => Promise<T>,
  ): Promise<{ readonly result: T; readonly requests: readonly ReceivedRequest[] }>;
}

/** Replaces the authorization server of a host permanently. It responds 404 to unexpected requests. */
export function scriptedTokenServer({ azure: { network } }: LocalStack, host: string): ScriptedTokenServer {
  type Answer = (request: ReceivedRequest) => HttpAnswer | Promise<HttpAnswer>;
  const unexpected: Answer = () => json(404, {});
  let answer = unexpected;
  const serve = (): void => {
    network.serve(
      host,
      answerWith((request) => answer(request)),
    );
  };
  network.unserve(host);
  serve();
  return {
    while: async (given, work) => {
      const requests: ReceivedRequest[] = [];
      // A host is unserved only where nothing is to answer: a connection to it costs more than a request.
      if (given === undefined) network.unserve(host);
      else {
        answer = (request) => {
          requests.push(request);
          return typeof given === "function" ? given() : given;
        };
      }
      try {
        return { result: await work(), requests };
      } finally {
        answer = unexpected;
        if (given === undefined) serve();
      }
    },
  };
}
