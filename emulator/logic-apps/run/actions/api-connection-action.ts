import { asObject, asString, type JsonObject } from "../../../../definition/json";
import { connectorRequest } from "../../connector";
import { retryPolicy, sendWithRetries } from "../../http";
import { actionLimits } from "./action-limits";
import { failed, type Outcome } from "../outcome";
import { asTexts, outcomeOf } from "./request-parts";
import type { RunContext } from "../run-context";
import { workflowHeaders } from "./workflow-headers";
import { actionBehaviours as behaviours } from "../../action-behaviours";
import { actionFailure } from "../../errors";
import { byDefault } from "../../../provenance";

/** Calls a connector's operation through a connection. `inputs` are evaluated already. */
export async function performApiConnection(
  name: string,
  action: JsonObject,
  inputs: JsonObject,
  context: RunContext,
): Promise<Outcome> {
  const { clock, readings, send, connection } = context.services;
  const connectionId = asString(asObject(asObject(inputs.host).connection).name);
  const found = connection(connectionId);
  if (found === undefined) {
    const message = `The connection '${connectionId}' was not found.`;
    return failed(actionFailure(behaviours.connectionNotFound, message), { inputs });
  }
  const call = {
    method: asString(inputs.method),
    path: asString(inputs.path),
    queries: asTexts(inputs.queries),
    headers: { ...workflowHeaders(name, context), ...asTexts(inputs.headers) },
    body: inputs.body,
  };
  const made = connectorRequest(call, found);
  if ("error" in made) return failed(made.error, { inputs });
  const { ofRequest, ofAction } = actionLimits(action, context);
  const longest = byDefault(behaviours.requestTimeoutMilliseconds);
  const request = { ...made.request, timeoutMilliseconds: Math.min(longest, ofRequest) };
  const policy = retryPolicy(inputs.retryPolicy);
  return outcomeOf(
    await sendWithRetries(request, { send, clock, policy, readings, limit: ofAction }),
    inputs,
    readings,
  );
}
