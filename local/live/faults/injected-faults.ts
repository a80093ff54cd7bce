import type { RequestListener } from "node:http";
import { answerWith } from "../../../emulator/network";
import type { LocalStack } from "../../stack/local-stack";
import { concernedRequests, type FaultyServer } from "./concerned-requests";
import type { InjectableFault } from "./injectable-faults";

/** A fault in effect. */
export interface InjectedFault {
  readonly fault: InjectableFault;
  /** Requests that it has met so far. */
  readonly requests: number;
}

interface Effect extends InjectedFault {
  requests: number;
  readonly remove: () => void;
}

/**
 * Faults in effect in a running stack, at most one of each server. A fault lasts until it is cleared or the server is given
 * another, and meets every request that it concerns, whoever sends it.
 */
export class InjectedFaults {
  readonly #stack: LocalStack;
  readonly #byServer = new Map<FaultyServer, Effect>();

  constructor(stack: LocalStack) {
    this.#stack = stack;
  }

  /** Faults in effect, those of the same server never together. */
  list(): readonly InjectedFault[] {
    return [...this.#byServer.values()].map(({ fault, requests }) => ({ fault, requests }));
  }

  /** Brings a fault into effect. */
  inject(fault: InjectableFault): void {
    const concerns = concernedRequests(this.#stack, fault.answers.to);
    if (concerns === undefined) throw new Error(`The stack sends no request that ${fault.name} concerns.`);
    this.#remove(fault.server);
    const listener = this.#listenerOf(fault);
    const remove = this.#stack.azure.network.intercept((request) => {
      if (!concerns(request)) return undefined;
      effect.requests += 1;
      return listener(request.url);
    });
    const effect: Effect = { fault, requests: 0, remove };
    this.#byServer.set(fault.server, effect);
  }

  /** Ends the effect of a fault. @returns the fault as it was, undefined if it was not in effect */
  clear(name: string): InjectedFault | undefined {
    const effect = [...this.#byServer.values()].find(({ fault }) => fault.name === name);
    if (effect !== undefined) this.#remove(effect.fault.server);
    return effect;
  }

  #remove(server: FaultyServer): void {
    this.#byServer.get(server)?.remove();
    this.#byServer.delete(server);
  }

  #listenerOf({ answers }: InjectableFault): (url: URL) => RequestListener | undefined {
    if (answers.to === "upsert") {
      // Salesforce itself answers, with an error that it was told to.
      return ({ origin }) => {
        this.#stack.consumers.find(({ org }) => org?.org.instanceUrl === origin)?.org?.org.failRequests(answers.answer);
        return undefined;
      };
    }
    const { answer } = answers;
    const listener: RequestListener =
      answer === undefined ? (request) => request.socket.destroy() : answerWith(() => answer);
    return () => listener;
  }
}
