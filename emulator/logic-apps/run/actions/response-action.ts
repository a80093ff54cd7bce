import { evaluate } from "../../expressions";
import type { JsonObject } from "../../../../definition/json";
import { withoutProperty } from "../../without-property";
import { failed, succeeded, type Outcome } from "../outcome";
import { asTexts } from "./request-parts";
import type { RunContext } from "../run-context";
import { actionBehaviours as behaviours } from "../../action-behaviours";
import { actionFailure } from "../../errors";
import { byDefault, exercise } from "../../../provenance";

/** Answers the request that started the run: the first Response does, while the caller waits. */
export function performResponse(action: JsonObject, context: RunContext): Outcome {
  // A schema is for the designer, and not evaluated.
  const given = withoutProperty(action, "schema");
  const { statusCode, headers, body } = evaluate(given, context.scope) as JsonObject;
  const status = Number(statusCode);
  const inputs = {
    statusCode: status,
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined ? {} : { body }),
  };
  if (!Number.isInteger(status) || status < 100 || status > 599) {
    return failed(
      actionFailure(behaviours.invalidStatusCode, "The status code of the response is not an HTTP status."),
      { inputs },
    );
  }
  const waited = context.services.clock.now().getTime() - context.startTime.getTime();
  if (waited > byDefault(behaviours.responseTimeoutMilliseconds)) {
    const message = "The client application timed out waiting for a response from the workflow.";
    return failed(actionFailure(behaviours.responseTimedOut, message), { inputs });
  }
  if (!context.respond({ statusCode: status, headers: asTexts(headers), body })) {
    const message = "No client application waits for this response: there was none, or it has been answered.";
    const error = actionFailure(behaviours.responseSkipped, message);
    return { status: "Skipped", code: error.code, error };
  }
  exercise(behaviours.responded);
  return succeeded({ inputs, outputs: inputs });
}
