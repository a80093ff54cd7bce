import type { JsonObject } from "../../definition";
import { asObject } from "../../definition";
import type { ParameterValues } from "./fold-text";
import { gap, foldText, fillGaps } from "./fold-text";

/** A request that an action or a trigger sends, as far as it is known; what is not stands as `{}`. */
export interface SentRequest {
  /** In upper case; empty where it is not known. */
  readonly method: string;
  /** In lower case; `{}` where it is not known. Empty for a request through a connection. */
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
}

const httpTypes = new Set(["http", "httpwebhook", "apimanagement"]);

/** Reads the request of an action or trigger of HTTP's or a connection's kind; undefined for any other. */
export function readRequest(type: string, inputs: unknown, parameters: ParameterValues): SentRequest | undefined {
  const { method, uri, path, queries, body } = asObject(inputs);
  const kind = type.toLowerCase();
  const sent = { method: typeof method === "string" ? method.toUpperCase() : "", body };
  // The connector HTTP with Microsoft Entra ID sends the request that its body describes.
  // https://learn.microsoft.com/connectors/webcontentsv2/
  const { method: innerMethod, url, body: innerBody } = asObject(asObject(body).request);
  if (kind === "apiconnection" && typeof path === "string" && /\/codeless\/invokehttp$/i.test(path)) {
    return readRequest("http", { method: innerMethod, uri: url, body: innerBody }, parameters);
  }
  if (kind === "apiconnection" || kind === "apiconnectionwebhook") {
    return { ...sent, host: "", ...splitPath(fillGaps(foldText(path, parameters))), ...queryOf(queries) };
  }
  if (kind === "serviceprovider") return readBuiltIn(asObject(inputs));
  if (!httpTypes.has(kind)) return undefined;
  const address = fillGaps(foldText(uri, parameters));
  const [, host = gap, rest = ""] = address.startsWith(gap)
    ? ["", gap, address.slice(gap.length)]
    : (/^\w+:\/\/([^/?#]*?)(?::\d+)?([/?#][^]*)?$/.exec(address) ?? []);
  const split = splitPath(rest);
  return {
    ...sent,
    host: host.includes(gap) ? gap : host.toLowerCase(),
    path: split.path,
    query: `${split.query}&${queryOf(queries).query}`,
  };
}

/**
 * The built-in Key Vault connector of Logic Apps Standard, as the request that the managed one would send.
 * https://learn.microsoft.com/azure/logic-apps/connectors/built-in/reference/keyvault/
 */
function readBuiltIn({ serviceProviderConfiguration }: JsonObject): SentRequest | undefined {
  const { serviceProviderId, operationId } = asObject(serviceProviderConfiguration);
  if (typeof serviceProviderId !== "string" || !/\/keyvault$/i.test(serviceProviderId)) return undefined;
  const operation = typeof operationId === "string" ? operationId.toLowerCase() : "";
  const path = builtInPaths[operation];
  return path === undefined ? undefined : { method: "GET", host: "", path, query: "", body: undefined };
}

const builtInPaths: Readonly<Record<string, string>> = {
  getsecret: `/secrets/${gap}/value`,
  getsecretversion: `/secrets/${gap}/value`,
  decryptdatawithkey: `/keys/${gap}/decrypt`,
};

function splitPath(text: string): { path: string; query: string } {
  const [, path = "", query = ""] = /^([^?#]*)(?:\?([^#]*))?/.exec(text) ?? [];
  return { path, query };
}

function queryOf(queries: unknown): { query: string } {
  return {
    query: Object.keys(asObject(queries))
      .map((name) => `${name}=`)
      .join("&"),
  };
}
