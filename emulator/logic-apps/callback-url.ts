import { createHmac, timingSafeEqual } from "node:crypto";
import { defaultApiVersion, type Cloud } from "../../azure";
import { asObject, asString, type JsonObject } from "../../definition/json";
import { relativePathParameters } from "./relative-path";
import type { CallbackUrl, WorkflowResource } from "./workflow-resource";

/** A callback URL carries the API version of the request that listed it; the emulator accepts only one. */
const apiVersion = defaultApiVersion("Microsoft.Logic/workflows");

/** Address and key of a workflow's triggers. */
export interface Endpoint {
  /** The workflow's id in URLs, 32 hexadecimal digits. */
  readonly runtimeId: string;
  readonly accessKey: Buffer;
  readonly location: WorkflowResource["location"];
  readonly cloud: Cloud;
}

/** The URL that fires a Request trigger, as `listCallbackUrl` gives it. */
export function callbackUrlOf(endpoint: Endpoint, triggerName: string, trigger: JsonObject): CallbackUrl {
  const region = endpoint.location.toLowerCase().replaceAll(" ", "");
  const host = `https://prod-00.${region}.${endpoint.cloud.workflowSuffix}:443`;
  const name = encodeURIComponent(triggerName);
  const basePath = `${host}/workflows/${endpoint.runtimeId}/triggers/${name}/paths/invoke`;
  const relativePath = asString(asObject(trigger.inputs).relativePath).replace(/^\//, "");
  const queries = { "api-version": apiVersion, ...signature(endpoint, triggerName) };
  return {
    value: `${basePath}${relativePath === "" ? "" : `/${relativePath}`}?${new URLSearchParams(queries).toString()}`,
    method: methodOf(trigger),
    basePath,
    ...(relativePath === "" ? {} : { relativePath, relativePathParameters: relativePathParameters(relativePath) }),
    queries,
  };
}

/** The method that a Request trigger takes. */
export function methodOf(trigger: JsonObject): string {
  return (asString(asObject(trigger.inputs).method) || "POST").toUpperCase();
}

function signature(endpoint: Endpoint, triggerName: string): { sp: string; sv: string; sig: string } {
  const [sp, sv] = [`/triggers/${triggerName}/run`, "1.0"];
  const sig = createHmac("sha256", endpoint.accessKey)
    .update(`${endpoint.runtimeId}\n${sp}\n${sv}`)
    .digest("base64url");
  return { sp, sv, sig };
}

/** Decides whether the query parameters of a request carry this trigger's signature. */
export function isSigned(queries: URLSearchParams, endpoint: Endpoint, triggerName: string): boolean {
  const expected = signature(endpoint, triggerName);
  const given = Buffer.from(queries.get("sig") ?? "", "utf8");
  const sig = Buffer.from(expected.sig, "utf8");
  const same = given.length === sig.length && timingSafeEqual(given, sig);
  return same && queries.get("sp") === expected.sp && queries.get("sv") === expected.sv;
}
