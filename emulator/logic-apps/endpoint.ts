import { answerFrom, passOn, type ReceivedRequest, type ServiceAnswer } from "../network";
import { writeContent } from "./content";
import type { DeployedWorkflow } from "./deployed-workflow";
import { refuse } from "./errors";
import { clientTrackingIdHeader, type StartedRun, type WorkflowAnswer } from "./run";
import { acceptRequest } from "./trigger-request";
import { actionBehaviours } from "./action-behaviours";
import { behaviours } from "./behaviours";

/**
 * Answers a request to a workflow's trigger: with the run's first Response, or 202 when the workflow has none.
 *
 * @param find the workflow of an id in URLs
 */
export async function answerTriggerRequest(
  request: ReceivedRequest,
  find: (runtimeId: string) => DeployedWorkflow | undefined,
): Promise<ServiceAnswer> {
  const { pathname } = new URL(request.url);
  const match = /^\/workflows\/([^/]+)\/triggers\/([^/]+)\/paths\/invoke(\/.*)?$/.exec(pathname);
  const [, runtimeId = "", triggerName = "", path = ""] = match ?? [];
  const workflow = find(runtimeId);
  if (workflow === undefined) return refuse(behaviours.workflowNotFound, `The workflow '${runtimeId}' was not found.`);
  if (decodeURIComponent(triggerName) !== workflow.triggerName || workflow.trigger.type !== "Request") {
    return refuse(behaviours.triggerNotFound, `The workflow has no Request trigger '${triggerName}'.`);
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
): Promise<ServiceAnswer> {
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
  if (!workflow.answers) return answerFrom(behaviours.accepted);
  const given = await Promise.race([answered, ended.then(() => undefined)]);
  return given === undefined ? unanswered(await ended) : toHttp(given);
}

function toHttp({ statusCode, headers, body }: WorkflowAnswer): ServiceAnswer {
  const content = writeContent(body);
  const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const contentType = content === undefined ? {} : { "content-type": content.contentType };
  return passOn(behaviours.responded, {
    status: statusCode,
    headers: { ...contentType, ...own },
    body: content?.body ?? "",
  });
}

/** The run ended without a Response, or with one after its caller had given up. */
function unanswered(run: StartedRun): ServiceAnswer {
  const { startTime, endTime = startTime } = run.snapshot();
  return endTime.getTime() - startTime.getTime() > actionBehaviours.responseTimeoutMilliseconds.value
    ? refuse(behaviours.responseTimedOut, "The workflow did not respond within its time limit.")
    : refuse(behaviours.noResponse, "The server did not receive a response from an upstream server.");
}
