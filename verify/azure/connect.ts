import type { TokenCredential } from "@azure/identity";
import {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createPipelineFromOptions,
  createPipelineRequest,
  isRestError,
  type Agent,
  type HttpMethods,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";
import type { Cloud } from "../../azure";
import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import { AzureUnreachableError, NotLoggedInError, ResourceManagerError, type ArmClient } from "./arm-client";

/** Milliseconds, for one request. */
const timeout = 60_000;

/** How Azure Resource Manager is reached. */
export interface ConnectOptions {
  readonly cloud: Cloud;
  readonly credential: TokenCredential;
  /** @default Node's own; the emulator provides one that connects to it */
  readonly agent?: Agent;
}

/** Azure Resource Manager through Microsoft's own pipeline, which retries what Azure throttles. */
export function connect({ cloud, credential, agent }: ConnectOptions): ArmClient {
  const pipeline = createPipelineFromOptions({
    userAgentOptions: { userAgentPrefix: "logicapp-keyvault-secrets" },
    ...(agent === undefined ? {} : { agent }),
  });
  pipeline.addPolicy(
    bearerTokenAuthenticationPolicy({
      credential: loggedIn(credential, cloud),
      scopes: `${cloud.resourceManager}/.default`,
    }),
  );
  const client = createDefaultHttpClient();
  let latest: string | undefined;
  const send = async (method: HttpMethods, url: string): Promise<PipelineResponse> => {
    const request = createPipelineRequest({ method, url, timeout });
    const response = await pipeline.sendRequest(client, request).catch((error: unknown) => {
      throw isRestError(error) ? new AzureUnreachableError(new URL(url).host, error.code ?? "") : error;
    });
    latest = response.headers.get("date");
    if (response.status >= 200 && response.status < 300) return response;
    throw refusal(`${method} ${new URL(url).pathname}`, response, cloud);
  };
  const get = async (url: string): Promise<JsonObject> => body(await send("GET", url));
  const address = (...request: Parameters<typeof pathAndQuery>): string =>
    cloud.resourceManager + pathAndQuery(...request);
  return {
    get: (path, apiVersion, query) => get(address(path, apiVersion, query)),
    list: async (path, apiVersion, query) => {
      const found: JsonObject[] = [];
      for (let url = address(path, apiVersion, query); url !== "";) {
        const page = await get(url);
        found.push(...asList(page.value).map(asObject));
        url = asString(page.nextLink);
      }
      return found;
    },
    now: () => (latest === undefined ? new Date() : new Date(latest)),
    post: async (path, apiVersion) => (await send("POST", address(path, apiVersion))).headers.toJSON(),
  };
}

function pathAndQuery(path: string, apiVersion: string, query: Readonly<Record<string, string>> = {}): string {
  const parameters = Object.entries({ ...query, "api-version": apiVersion });
  const encoded = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${encodeURI(path)}?${encoded.join("&")}`;
}

function body({ bodyAsText }: PipelineResponse): JsonObject {
  try {
    return asObject(JSON.parse(bodyAsText ?? ""));
  } catch {
    return {};
  }
}

function refusal(request: string, response: PipelineResponse, cloud: Cloud): Error {
  const { code, message } = asObject(body(response).error);
  if (response.status === 401) return new NotLoggedInError(`Azure answered 401 ${asString(code)}.`, cloud);
  return new ResourceManagerError(request, response.status, asString(code), asString(message));
}

/** Tells a missing login from every other failure. */
function loggedIn(credential: TokenCredential, cloud: Cloud): TokenCredential {
  return {
    getToken: async (scopes, options) => {
      try {
        return await credential.getToken(scopes, options);
      } catch (error) {
        // @azure/identity lists each credential that it tried on a line of its own; the first line says enough.
        const text = error instanceof Error ? error.message : "no token";
        const [reason = ""] = text.split("\n");
        // MSAL hides the reason behind its own code, network_error.
        const [unreachable] = /\b(?:ECONNREFUSED|ENOTFOUND|ETIMEDOUT|ECONNRESET|network_error)\b/.exec(text) ?? [];
        if (unreachable !== undefined) throw new AzureUnreachableError(cloud.loginHost, unreachable);
        throw new NotLoggedInError(reason, cloud);
      }
    },
  };
}
