import type { RetryPolicy } from "../../definition";
import { asObject, walkActions } from "../../definition";
import { relayDefinition, setSecretAction } from "../relay/relay-definition";

/** Requests that the relay sends to Key Vault for one call, in words. */
export interface Tries {
  /** Number and time limit: `one of at most 60 s; ...`. */
  readonly requests: string;
  /** Sentence on who repeats a request that failed. */
  readonly whoRetries: string;
}

/** Describes the retries of the relay's request to Key Vault, from the definition that is deployed. */
export function describeTries(): Tries {
  const found = walkActions(relayDefinition({})).find(({ name }) => name === setSecretAction);
  const retryPolicy = asObject(found?.action.inputs).retryPolicy as RetryPolicy;
  const timeout = seconds(asObject(asObject(found?.action.runtimeConfiguration).requestOptions).timeout);
  return retryPolicy.type === "none"
    ? {
        requests: `one of at most ${timeout} s; the action's own retry policy repeats the call`,
        whoRetries: "The relay does not retry; the action's own retry policy does.",
      }
    : {
        requests: `up to ${retryPolicy.count + 1} of at most ${timeout} s each, ${seconds(retryPolicy.interval)} s apart or more`,
        whoRetries: `The relay retries up to ${retryPolicy.count} times.`,
      };
}

/** Seconds of an ISO 8601 duration such as `PT60S`. */
function seconds(duration: unknown): number {
  const [, text] = /^PT(\d+)S$/.exec(String(duration)) ?? [];
  if (text === undefined) throw new Error(`Expected a duration in seconds, such as PT60S, not ${String(duration)}.`);
  return Number(text);
}
