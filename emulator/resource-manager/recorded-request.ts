import { asObject, isObject, type JsonObject } from "../../definition/json";

/** A request that Azure Resource Manager got; what is secret in its body reads `[secret]`. */
export interface RecordedRequest {
  readonly method: string;
  /** With the api-version. */
  readonly url: string;
  readonly body?: unknown;
}

const hidden = "[secret]";

/** The request as it may be shown: no connection's parameter value, no secure workflow parameter, no OAuth secret. */
export function recordRequest(method: string, url: string, body: JsonObject | undefined): RecordedRequest {
  if (body === undefined) return { method, url };
  const path = new URL(url).pathname.toLowerCase();
  const properties = asObject(body.properties);
  if (path.includes("/microsoft.web/")) return { method, url, body: hideKeys(body) };
  if (!path.includes("/microsoft.logic/")) return { method, url, body };
  const parameters = hideSecureParameters(properties);
  return { method, url, body: { ...body, properties: { ...properties, ...parameters } } };
}

function hideKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hideKeys);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => {
    if (key === "clientSecret") return [key, hidden];
    if (key !== "parameterValues") return [key, hideKeys(item)];
    return [key, Object.fromEntries(Object.keys(asObject(item)).map((name) => [name, hidden]))];
  });
  return Object.fromEntries(entries);
}

function hideSecureParameters(properties: JsonObject): JsonObject {
  if (properties.parameters === undefined) return {};
  const declared = asObject(asObject(properties.definition).parameters);
  const entries = Object.entries(asObject(properties.parameters)).map(([name, parameter]) => {
    const { type } = asObject(declared[name]);
    const secure = typeof type === "string" && /^secure/i.test(type);
    return [name, secure ? { ...asObject(parameter), value: hidden } : parameter];
  });
  return { parameters: Object.fromEntries(entries) as JsonObject };
}
