import { asObject, asString, type JsonObject } from "../../definition/json";
import type { ReceivedRequest, ServiceAnswer } from "../network";
import { isSigned, methodOf, type Endpoint } from "./callback-url";
import type { Readings } from "../provenance";
import { malformed, readContent } from "./content";
import { refuse } from "./errors";
import { schemaErrors } from "./json-schema";
import { matchRelativePath } from "./relative-path";
import { withoutProperty } from "./without-property";
import { behaviours } from "./behaviours";

/** A trigger that a request may fire. */
export interface RequestTarget {
  readonly endpoint: Endpoint;
  readonly enabled: boolean;
  readonly triggerName: string;
  readonly trigger: JsonObject;
  /** Path after `/paths/invoke`. */
  readonly path: string;
  readonly readings: Readings;
}

/** The refusal of a request, or the outputs of the trigger. */
export type Accepted = { readonly refusal: ServiceAnswer } | { readonly outputs: JsonObject };

/** Checks a request against a Request trigger: its authorization, method, path and body. */
export async function acceptRequest(request: ReceivedRequest, target: RequestTarget): Promise<Accepted> {
  const { triggerName, trigger, endpoint } = target;
  const { searchParams } = new URL(request.url);
  if (!searchParams.has("api-version")) {
    const message = "The request is missing the api-version query parameter.";
    return { refusal: refuse(behaviours.apiVersionMissing, message) };
  }
  if (searchParams.has("sig") && request.headers.authorization !== undefined) {
    const message = "The request has both SAS authorization scheme and Authorization header. Only one may be used.";
    return { refusal: refuse(behaviours.twoAuthorizations, message) };
  }
  if (!isSigned(searchParams, endpoint, triggerName)) {
    const message =
      "The request must be authenticated only by Shared Access scheme: sp, sv and sig of the callback URL.";
    return { refusal: refuse(behaviours.notAuthorized, message) };
  }
  if (!target.enabled) {
    const message = `The trigger '${triggerName}' is not enabled: the workflow is disabled.`;
    return { refusal: refuse(behaviours.disabled, message) };
  }
  if (request.method.toUpperCase() !== methodOf(trigger)) {
    const message = `The trigger '${triggerName}' expects the method ${methodOf(trigger)}, not ${request.method}.`;
    return { refusal: refuse(behaviours.otherMethod, message) };
  }
  const parameters = matchRelativePath(asString(asObject(trigger.inputs).relativePath), target.path);
  if (parameters === undefined) {
    const message = `The path of the request does not match the relative path of the trigger '${triggerName}'.`;
    return { refusal: refuse(behaviours.otherPath, message) };
  }
  return readRequest(request, target, parameters);
}

async function readRequest(
  request: ReceivedRequest,
  { triggerName, trigger, readings }: RequestTarget,
  relativePathParameters: Readonly<Record<string, string>>,
): Promise<Accepted> {
  const contentType = request.headers["content-type"] ?? "";
  const body = readContent(request.body, contentType, readings);
  if (body === malformed || (body === request.body && /json/i.test(contentType))) {
    return { refusal: refuse(behaviours.malformedBody, "The content of the request is not valid JSON.") };
  }
  if (asString(trigger.operationOptions).includes("EnableSchemaValidation")) {
    const errors = await schemaErrors(asObject(trigger.inputs).schema, body ?? null);
    if (errors.length > 0) {
      const message = `The input body for trigger '${triggerName}' of type 'Request' did not match its schema definition. Error details: '${errors.join("; ")}'.`;
      return { refusal: refuse(behaviours.schemaMismatch, message) };
    }
  }
  const queries = Object.fromEntries(
    [...new URL(request.url).searchParams].filter(([name]) => !callbackQueries.includes(name)),
  );
  const outputs = {
    headers: withoutProperty(request.headers, "authorization"),
    ...(Object.keys(queries).length === 0 ? {} : { queries }),
    ...(Object.keys(relativePathParameters).length === 0 ? {} : { relativePathParameters }),
    ...(body === undefined ? {} : { body }),
  };
  return { outputs };
}

/** Query parameters of the callback URL, which are not the caller's data; `sig` is a key. */
const callbackQueries = ["api-version", "sp", "sv", "sig"];
