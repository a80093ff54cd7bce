import { evaluate } from "../expressions";
import type { JsonObject } from "../../../definition/json";
import { withoutProperty } from "../without-property";
import { failed, succeeded, type Outcome } from "./outcome";
import { asTexts } from "./request-parts";
import type { RunContext } from "./run-context";

/**
 * How long a caller waits for a Response.
 * Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config#http-limits
 */
export const responseTimeoutMilliseconds = 120_000;

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
      { code: "InvalidStatusCode", message: "The status code of the response is not an HTTP status." },
      { inputs },
    );
  }
  const waited = context.services.clock.now().getTime() - context.startTime.getTime();
  if (waited > responseTimeoutMilliseconds) {
    const message = "The client application timed out waiting for a response from the workflow.";
    return failed({ code: "ActionResponseTimedOut", message }, { inputs });
  }
  if (!context.respond({ statusCode: status, headers: asTexts(headers), body })) {
    const message = "No client application waits for this response: there was none, or it has been answered.";
    return { status: "Skipped", code: "ActionResponseSkipped", error: { code: "ActionResponseSkipped", message } };
  }
  return succeeded({ inputs, outputs: inputs });
}
