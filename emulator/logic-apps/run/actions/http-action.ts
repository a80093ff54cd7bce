import { byDefault } from "../../../provenance";
import { requestOptionsOf } from "../../action-types";
import { asString, type JsonObject } from "../../../../definition/json";
import type { HttpRequest } from "../../../network";
import { writeContent } from "../../content";
import { authorizationHeader, retryPolicy, sendWithRetries } from "../../http";
import { actionLimits, durationOf } from "./action-limits";
import { failed, type Outcome } from "../outcome";
import { asTexts, outcomeOf, requestsOf } from "./request-parts";
import type { RunContext } from "../run-context";
import { workflowHeaders } from "./workflow-headers";
import { actionBehaviours as behaviours } from "../../action-behaviours";
import { actionFailure } from "../../errors";

/** Sends an HTTP action's request. `inputs` are evaluated already. */
export async function performHttp(
  name: string,
  action: JsonObject,
  inputs: JsonObject,
  context: RunContext,
): Promise<Outcome> {
  const { clock, send } = context.services;
  const url = httpsUrl(asString(inputs.uri));
  if (url === undefined) return failed(actionFailure(behaviours.httpNotServed, notHttps), { inputs });
  for (const [query, value] of Object.entries(asTexts(inputs.queries))) url.searchParams.append(query, value);

  const authorization = await authorizationHeader(inputs.authentication, context.workflow, context.services);
  if (authorization.error !== undefined) return failed(authorization.error, { inputs, attempts: 1 });

  const options = asString(action.operationOptions);
  const content = writeContent(inputs.body);
  const requestTimeout =
    durationOf(requestOptionsOf(action), context) ?? byDefault(behaviours.requestTimeoutMilliseconds);
  const { ofRequest, ofAction } = actionLimits(action, context);
  const request: HttpRequest = {
    method: asString(inputs.method).toUpperCase(),
    url: url.href,
    headers: {
      ...(content === undefined ? {} : { "content-type": content.contentType }),
      ...(options.includes("SuppressWorkflowHeaders") ? {} : workflowHeaders(name, context)),
      ...lowerCaseNames(asTexts(inputs.headers)),
      ...(authorization.header === undefined ? {} : { authorization: authorization.header }),
    },
    ...(content === undefined ? {} : { body: content.body }),
    timeoutMilliseconds: Math.min(requestTimeout, ofRequest),
  };
  const sent = await sendWithRetries(request, {
    send,
    clock,
    policy: retryPolicy(inputs.retryPolicy),
    limit: ofAction,
    readings: context.services.readings,
  });
  const polls = sent.kind === "answer" && sent.answer.status === 202 && sent.answer.headers.location !== undefined;
  if (polls && !options.includes("DisableAsyncPattern"))
    return failed(actionFailure(behaviours.asyncPatternNotServed, asyncPattern), { inputs, ...requestsOf(sent) });
  return outcomeOf(sent, inputs, context.services.readings);
}

const notHttps = "The action's uri is not an https URL. The emulator sends over verified TLS only.";

const asyncPattern =
  "The server answered 202 with a location, which Logic Apps would poll. The emulator does not: " +
  "set operationOptions to DisableAsyncPattern.";

function httpsUrl(uri: string): URL | undefined {
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  return url?.protocol === "https:" ? url : undefined;
}

function lowerCaseNames(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
