import type { HttpAnswer, ReceivedRequest } from "../network";
import { writeContent } from "./content";
import type { DeployedWorkflow } from "./deployed-workflow";
import { refusal } from "./errors";
import { clientTrackingIdHeader, responseTimeoutMilliseconds, type StartedRun, type WorkflowAnswer } from "./run";
import { acceptRequest } from "./trigger-request";

/**
 * Answers a request to a workflow's trigger: with the run's first Response, or 202 when the workflow has none.
 *
 * @param find the workflow of an id in URLs
 */
export async function answerTriggerRequest(
  request: ReceivedRequest,
  find: (runtimeId: string) => DeployedWorkflow | undefined,
): Promise<HttpAnswer> {
  const { pathname } = new URL(request.url);
  const match = /^\/workflows\/([^/]+)\/triggers\/([^/]+)\/paths\/invoke(\/.*)?$/.exec(pathname);
  const [, runtimeId = "", triggerName = "", path = ""] = match ?? [];
  const workflow = find(runtimeId);
  if (workflow === undefined) return refusal(404, "WorkflowNotFound", `The workflow '${runtimeId}' was not found.`);
  if (decodeURIComponent(triggerName) !== workflow.triggerName || workflow.trigger.type !== "Request") {
    return refusal(404, "WorkflowTriggerNotFound", `The workflow has no Request trigger '${triggerName}'.`);
  }
  const accepted = await acceptRequest(request, {
    endpoint: workflow,
    enabled: workflow.enabled,
    triggerName: workflow.triggerName,
    trigger: workflow.trigger,
    path,
    readings: workflow.readings,
  });
  return "refusal" in accepted ? accepted.refusal : runAndAnswer(request, accepted.outputs, workflow);
}

async function runAndAnswer(
  request: ReceivedRequest,
  outputs: unknown,
  workflow: DeployedWorkflow,
): Promise<HttpAnswer> {
  let waiting = workflow.answers;
  let answer: (given: WorkflowAnswer) => void = () => undefined;
  const answered = new Promise<WorkflowAnswer>((resolve) => (answer = resolve));
  const respond = (given: WorkflowAnswer): boolean => {
    if (!waiting) return false;
    waiting = false;
    answer(given);
    return true;
  };
  const ended = workflow.fire({ outputs, correlationId: request.headers[clientTrackingIdHeader], respond });
  if (!workflow.answers) return { status: 202, headers: {}, body: "" };
  const given = await Promise.race([answered, ended.then(() => undefined)]);
  return given === undefined ? unanswered(await ended) : toHttp(given);
}

function toHttp({ statusCode, headers, body }: WorkflowAnswer): HttpAnswer {
  const content = writeContent(body);
  const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const contentType = content === undefined ? {} : { "content-type": content.contentType };
  return { status: statusCode, headers: { ...contentType, ...own }, body: content?.body ?? "" };
}

/** The run ended without a Response, or with one after its caller had given up. */
function unanswered(run: StartedRun): HttpAnswer {
  const { startTime, endTime = startTime } = run.snapshot();
  return endTime.getTime() - startTime.getTime() > responseTimeoutMilliseconds
    ? refusal(504, "GatewayTimeout", "The workflow did not respond within its time limit.")
    : refusal(502, "NoResponse", "The server did not receive a response from an upstream server.");
}
