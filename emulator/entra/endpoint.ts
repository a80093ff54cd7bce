import { randomUUID, timingSafeEqual } from "node:crypto";
import { clouds, type Cloud } from "../../azure";
import type { Clock } from "../clock";
import { answerFrom, answerWith, type Network, type ServiceAnswer } from "../network";
import { byDefault } from "../provenance";
import { services } from "../services";
import { behaviours } from "./behaviours";
import type { Entra } from "./service";
import { LoginError } from "./errors";

/** An application with a secret, and its service principal in the tenant. */
export interface Application {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Of the service principal. */
  readonly objectId: string;
}

/** Options of the endpoint. */
export interface LoginEndpoint {
  /** @default the public cloud */
  readonly cloud?: Cloud;
  readonly network: Pick<Network, "serve">;
  readonly clock: Pick<Clock, "now">;
  readonly entra: Entra;
  readonly applications: readonly Application[];
}

/**
 * Serves Entra ID's login endpoint: discovery, and tokens for applications by `client_credentials` with a secret.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export function serveLogin({ cloud = clouds.public, network, clock, entra, applications }: LoginEndpoint): void {
  const rejectOtherTenant = (tenant: string): void => {
    if (tenant.toLowerCase() === entra.tenantId) return;
    throw new LoginError(behaviours.tenantNotFound, `Tenant '${tenant}' not found.`);
  };
  const answer = async (method: string, url: string, body: string): Promise<ServiceAnswer> => {
    const { pathname } = new URL(url);
    if (method === "GET" && pathname === "/common/discovery/instance") {
      return answerFrom(behaviours.instanceDiscovered, instances(cloud, entra.tenantId));
    }
    const [, tenant = "", rest] = /^\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
    if (method === "GET" && rest === "v2.0/.well-known/openid-configuration") {
      rejectOtherTenant(tenant);
      return answerFrom(behaviours.configurationRead, openidConfiguration(cloud, entra.tenantId));
    }
    if (method === "POST" && rest === "oauth2/v2.0/token") {
      rejectOtherTenant(tenant);
      const form = new URLSearchParams(body);
      const { objectId } = authenticated(applications, form);
      const audience = audienceOf(form.get("scope") ?? "");
      const token = await entra.issueToken({ principalId: objectId, audience });
      const lifetime = byDefault(behaviours.tokenLifetimeSeconds);
      const issued = { token_type: "Bearer", expires_in: lifetime - 1, access_token: token };
      return answerFrom(behaviours.tokenIssued, issued);
    }
    throw new LoginError(behaviours.otherEndpoints, `The emulator does not support ${method} ${pathname}.`);
  };
  const listener = answerWith(async ({ method, url, body }) => {
    try {
      return await answer(method, url, body);
    } catch (error) {
      if (!(error instanceof LoginError)) throw error;
      return error.answer({ timestamp: clock.now().toISOString(), correlationId: randomUUID() });
    }
  });
  for (const host of services.entra.hosts(cloud)) network.serve(host, listener);
}

/** @throws {LoginError} for any other grant, an unknown client, or a wrong secret */
function authenticated(applications: readonly Application[], form: URLSearchParams): Application {
  const grantType = form.get("grant_type") ?? "";
  if (grantType !== "client_credentials") {
    throw new LoginError(behaviours.grantNotServed, `The emulator does not support '${grantType}'.`);
  }
  if (form.has("client_assertion")) {
    throw new LoginError(behaviours.assertionNotServed, "The emulator takes client_secret, and no client_assertion.");
  }
  const clientId = form.get("client_id") ?? "";
  const application = applications.find((known) => known.clientId === clientId);
  if (application === undefined) {
    const message = `Application with identifier '${clientId}' was not found in the directory.`;
    throw new LoginError(behaviours.applicationNotFound, message);
  }
  const [given, right] = [form.get("client_secret") ?? "", application.clientSecret].map((text) => Buffer.from(text));
  if (given !== undefined && right?.length === given.length && timingSafeEqual(given, right)) return application;
  throw new LoginError(behaviours.wrongSecret, `Invalid client secret provided for app '${clientId}'.`);
}

/** The resource of a scope `{resource}/.default`: a resource that ends in `/` gives two. */
function audienceOf(scope: string): string {
  const resource = scope
    .split(" ")
    .map((one) => /^(https:\/\/.+)\/\.default$/.exec(one)?.[1])
    .find((found) => found !== undefined);
  if (resource !== undefined) return resource;
  throw new LoginError(behaviours.invalidScope, `The scope '${scope}' is not valid: it must end in /.default.`);
}

function openidConfiguration({ loginHost }: Cloud, tenantId: string): object {
  const authority = `https://${loginHost}/${tenantId}`;
  return {
    issuer: `${authority}/v2.0`,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ["client_secret_post"],
    response_types_supported: ["code"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}

function instances({ loginHost, otherLoginHosts }: Cloud, tenantId: string): object {
  return {
    tenant_discovery_endpoint: `https://${loginHost}/${tenantId}/v2.0/.well-known/openid-configuration`,
    "api-version": "1.1",
    metadata: [
      { preferred_network: loginHost, preferred_cache: "login.windows.net", aliases: [loginHost, ...otherLoginHosts] },
    ],
  };
}
