import { managementAudiencesOf, type Cloud } from "../../azure";
import type { Entra } from "../entra";
import { isObject, type JsonObject } from "../../definition/json";
import { answerFrom, answerWith, type Network, type ServiceAnswer } from "../network";
import type { Allows } from "./allows";
import { behaviours } from "../resources/behaviours";
import { ArmError } from "../resources/errors";
import { cloudMetadata } from "./cloud-metadata";
import { recordRequest, type RecordedRequest } from "./recorded-request";
import { services } from "../services";
import type { ResourceManager } from "./resource-manager";

/** Options of the endpoint. */
export interface ManagementEndpoint {
  readonly cloud: Cloud;
  readonly network: Network;
  readonly entra: Entra;
  readonly manager: ResourceManager;
  /** Decides whether a principal may send a request. */
  readonly allows: Allows;
  readonly record: (request: RecordedRequest) => void;
}

/** Serves a resource manager at its host in a cloud. */
export function serveManagement({ cloud, network, entra, manager, allows, record }: ManagementEndpoint): void {
  const callerOf = async (token: string): Promise<{ readonly principalId: string } | undefined> => {
    for (const audience of managementAudiencesOf(cloud)) {
      const caller = await entra.verifyToken(token, audience);
      if (caller !== undefined) return caller;
    }
    return undefined;
  };
  const answer = async (method: string, url: string, authorization = "", text = ""): Promise<ServiceAnswer> => {
    const { pathname, searchParams } = new URL(url);
    const apiVersion = searchParams.get("api-version");
    if (method === "GET" && pathname === "/metadata/endpoints") {
      return answerFrom(behaviours.cloudMetadata, cloudMetadata(cloud, entra.tenantId, apiVersion));
    }
    const [, token = ""] = /^Bearer (.+)$/i.exec(authorization) ?? [];
    if (token === "") {
      const message = "Authentication failed. The 'Authorization' header is missing.";
      throw new ArmError(behaviours.tokenMissing, message);
    }
    const caller = await callerOf(token);
    if (caller === undefined) {
      const message = `The access token is not valid for '${cloud.resourceManager}'.`;
      throw new ArmError(behaviours.tokenNotAccepted, message);
    }
    const body = text === "" ? undefined : parsed(text);
    record(recordRequest(method, url, body));
    // Microsoft's clients put a slash before a scope that begins with one; Azure takes that.
    const path = decodeURIComponent(pathname).replace(/^\/+/, "/");
    if (!allows(caller.principalId, method, path)) {
      const message = `The client with object id '${caller.principalId}' does not have authorization to perform this action over '${path}'.`;
      throw new ArmError(behaviours.authorizationFailed, message);
    }
    const request = { method, path, apiVersion, query: searchParams, ...(body && { body }) };
    const result = await manager.handle(request);
    return answerFrom(result.record, result.body, result.headers);
  };
  const listener = answerWith(async ({ method, url, headers, body }) => {
    try {
      return await answer(method, url, headers.authorization, body);
    } catch (error) {
      if (!(error instanceof ArmError)) throw error;
      return answerFrom(error.refusal, { error: { code: error.refusal.code, message: error.message } });
    }
  });
  for (const host of services.resourceManager.hosts(cloud)) network.serve(host, listener);
}

function parsed(text: string): JsonObject {
  try {
    const body: unknown = JSON.parse(text);
    if (isObject(body)) return body;
  } catch {
    // Answered below: a body that is not JSON and one that is not an object are the same to the caller.
  }
  throw new ArmError(behaviours.malformedBody, "The request content was invalid: it is not a JSON object.");
}
