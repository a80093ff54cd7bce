import type { KoaContextWithOIDC, Provider } from "oidc-provider";
import type { Clock } from "../clock";
import { asString, isObject } from "../../definition/json";
import type { RegisteredClient } from "./oauth-client";
import { salesforceAnswer } from "./salesforce-answer";

/** A request to the token endpoint, without any token. */
export interface TokenRequest {
  /** Empty where the request had none. */
  readonly grantType: string;
  /** Empty where the request had none that could be read. */
  readonly clientId: string;
  readonly status: number;
  /** The error code of RFC 6749, section 5.2; absent on success. */
  readonly error?: string;
}

/** Requests that the token endpoint answered so far. */
export interface AnsweredRequests {
  requests(): readonly TokenRequest[];
  /** Every token in an answer: access, refresh and id tokens. */
  tokens(): readonly string[];
  /** Returns the time when an access token was issued, on the run's clock. */
  issuedAt(accessToken: string): Date | undefined;
}

/** Records what a provider's token endpoint answers, and shapes its answers. */
export function answerTokenRequests(
  provider: Provider,
  options: {
    readonly clock: Pick<Clock, "now">;
    readonly clients: readonly RegisteredClient[];
    readonly instanceUrl: string;
    readonly rotateRefreshTokens: boolean;
    readonly salesforce: boolean;
  },
): AnsweredRequests {
  const requests: TokenRequest[] = [];
  const tokens = new Set<string>();
  const issued = new Map<string, Date>();

  provider.use(async (context, next) => {
    await next();
    // Absent where no route of the provider took the request.
    const oidc = context["oidc"] as KoaContextWithOIDC["oidc"] | undefined;
    const answer: unknown = context.body;
    if (oidc?.route !== "token" || !isObject(answer)) return;
    const clientId = oidc.client?.clientId ?? asString(oidc.params?.["client_id"]);
    const error = asString(answer["error"]);
    if (error !== "" && options.salesforce && context.status === 401) context.status = 400;
    requests.push({
      grantType: asString(oidc.params?.["grant_type"]),
      clientId,
      status: context.status,
      ...(error !== "" ? { error } : {}),
    });
    if (error !== "") return;

    const issuedAt = options.clock.now();
    issued.set(asString(answer["access_token"]), issuedAt);
    for (const name of ["access_token", "refresh_token", "id_token"]) {
      const token = asString(answer[name]);
      if (token !== "") tokens.add(token);
    }
    if (options.salesforce) {
      context.body = salesforceAnswer(answer, {
        instanceUrl: options.instanceUrl,
        issuedAt,
        clientId,
        clientSecret: options.clients.find((client) => client.clientId === clientId)?.clientSecret ?? "",
        rotated: options.rotateRefreshTokens,
      });
    }
  });

  return {
    requests: () => [...requests],
    tokens: () => [...tokens],
    issuedAt: (accessToken) => issued.get(accessToken),
  };
}
