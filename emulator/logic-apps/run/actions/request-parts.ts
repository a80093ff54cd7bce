import { asObject } from "../../../../definition/json";
import { malformed, readContent, writeContent } from "../../content";
import { statusName, type Sent } from "../../http";
import { failed, type Outcome } from "../outcome";
import { actionBehaviours as behaviours } from "../../action-behaviours";
import { actionFailure } from "../../errors";
import { exercise, follow, type Readings } from "../../../provenance";

/** Names and values of headers or queries as text; null ones are left out. */
export function asTexts(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(asObject(value))
      .filter(([, part]) => part !== null && part !== undefined)
      .map(([name, part]) => [name, writeContent(part)?.body ?? ""]),
  );
}

/** The requests of an action, for run history. */
export function requestsOf({ attempts, retryHistory }: Sent): Pick<Outcome, "attempts" | "retryHistory"> {
  return { attempts, ...(retryHistory.length === 0 ? {} : { retryHistory }) };
}

/** Returns the outcome of a request and its retries; a status of 400 or more fails the action and keeps its outputs. */
export function outcomeOf(sent: Sent, inputs: unknown, readings: Readings): Outcome {
  const requests = requestsOf(sent);
  if (sent.kind === "failure") {
    return { status: sent.status, code: sent.error.code, error: sent.error, inputs, ...requests };
  }
  const { status, headers, body } = sent.answer;
  const content = readContent(body, headers["content-type"] ?? "", readings);
  if (content === malformed) {
    const message = "The answer has the content type application/json and is not valid JSON.";
    const kept =
      follow(readings, "malformedJson") === "failsWithOutputs" ? { outputs: { statusCode: status, headers } } : {};
    return failed(actionFailure(behaviours.malformedAnswer, message), { inputs, ...requests, ...kept });
  }
  const outputs = { statusCode: status, headers, ...(content === undefined ? {} : { body: content }) };
  const code = statusName(status);
  if (status < 300 || (status < 400 && follow(readings, "redirects") === "succeeds")) {
    exercise(behaviours.requestSucceeded);
    return { status: "Succeeded", code, inputs, outputs, ...requests };
  }
  const message = `The server answered with status ${status} (${code}).`;
  return failed(actionFailure({ ...behaviours.requestFailed, code }, message), { inputs, outputs, ...requests });
}
