import type { KoaContextWithOIDC, Provider } from "oidc-provider";
import type { Clock } from "../clock";
import { asString, isObject, type JsonObject } from "../../definition/json";
import { addressOf } from "../network";
import { byDefault, exercise, follow, type Readings } from "../provenance";
import { behaviours } from "./behaviours";
import { introspectionAnswer } from "./introspection-answer";
import type { IssuedTokensLog } from "./issued-tokens";
import type { RegisteredClient } from "./oauth-client";
import type { OAuthProvider, TokenRefusal } from "./oauth-provider";
import { refusalBefore } from "./refusal-before";
import { reasonFor, refusalOf } from "./refusals";
import { readForm, replaceForm } from "./request-form";
import { writeAnswer } from "./write-answer";

/** A request to the token endpoint, without any token. */
export interface TokenRequest {
  /** Empty where the request had none. */
  readonly grantType: string;
  /** Empty where the request had none that could be read. */
  readonly clientId: string;
  readonly status: number;
  /** The `error` of the answer, empty where the provider names it otherwise; absent on success. */
  readonly error?: string;
}

/** State of a token server, from which its endpoints answer. */
export interface EndpointOptions {
  readonly clock: Pick<Clock, "now">;
  readonly clients: readonly RegisteredClient[];
  readonly provider: OAuthProvider;
  readonly tokenPath: string;
  readonly issued: IssuedTokensLog;
  readonly readings: Readings;
  readonly revoke: (token: string) => Promise<boolean>;
}

type Context = KoaContextWithOIDC;

/**
 * Lets oidc-provider authenticate clients, check grants and keep tokens, and answers as the provider does that it stands
 * for.
 *
 * @returns the requests to the token endpoint so far
 */
export function answerAsProvider(server: Provider, options: EndpointOptions): readonly TokenRequest[] {
  const { clock, clients, provider, tokenPath, issued, revoke } = options;
  const requests: TokenRequest[] = [];

  const refuse = (context: Context, form: URLSearchParams, refusal: TokenRefusal): void => {
    // oidc-provider has no context of a request that it never saw, whatever its types say.
    const { client } = (context.oidc as Partial<Context["oidc"]> | undefined) ?? {};
    const request = {
      grantType: form.get("grant_type") ?? "",
      clientId: client?.clientId ?? form.get("client_id") ?? "",
    };
    const { status, body } = refusal;
    const written = typeof body === "function" ? body({ ...request, at: clock.now() }) : body;
    requests.push({ ...request, status, error: asString(written["error"]) });
    writeAnswer(context, provider, refusal, written);
  };

  const succeed = async (context: Context, form: URLSearchParams, answer: JsonObject): Promise<void> => {
    const [grantType, clientId] = [form.get("grant_type") ?? "", context.oidc.client?.clientId ?? ""];
    requests.push({ grantType, clientId, status: provider.answer.status });
    const holder = `${clientId} ${grantType}`;
    const current = issued.current(holder);
    const second = current === undefined ? "new" : secondToken(options, grantType);
    if (current !== undefined && second === "endsFirst") await revoke(current.accessToken);
    const repeated = second === "same" ? current : undefined;
    const accessToken = repeated?.accessToken ?? asString(answer["access_token"]);
    if (repeated === undefined) issued.addAccessToken(accessToken, holder);
    const refreshToken = asString(answer["refresh_token"]);
    if (refreshToken !== "") issued.addRefreshToken(refreshToken);
    const idToken = asString(answer["id_token"]);
    if (idToken !== "") issued.addToken(idToken);
    const scope = asString(answer["scope"]);
    const now = clock.now();
    exercise(provider.lifetimeSeconds);
    const end = issued.endOf(accessToken) ?? now;
    const body = provider.answer.body({
      accessToken,
      expiresIn: Math.floor((end.getTime() - now.getTime()) / 1_000),
      ...(refreshToken === "" || byDefault(provider.refreshTokens).answered === "none" ? {} : { refreshToken }),
      ...(scope === "" ? {} : { scope }),
      issuedAt: now,
      host: addressOf(context.host),
      client: clients.find((client) => client.clientId === clientId) ?? { clientId, clientSecret: "" },
    });
    const instanceUrl = asString(body["instance_url"]);
    if (instanceUrl !== "") issued.addInstanceUrl(instanceUrl);
    writeAnswer(context, provider, provider.answer, body);
  };

  const introspect = (context: Context, form: URLSearchParams, answer: JsonObject): void => {
    if (provider.introspection !== undefined) exercise(provider.introspection);
    const { record, body } = introspectionAnswer(answer, form.get("token") ?? "", options);
    writeAnswer(context, provider, record, body);
  };

  server.use(async (context, next) => {
    if (context.method !== "POST") {
      const { otherMethod } = behaviours;
      writeAnswer(context, provider, otherMethod, { error: otherMethod.code });
      return;
    }
    const form = await readForm(context);
    if (context.path !== tokenPath) {
      replaceForm(context, form);
      await next();
      if (isObject(context.body) && context.status < 500) introspect(context as Context, form, context.body);
      return;
    }
    const refusal = refusalBefore(provider, form, context.headers.authorization, clients);
    if (refusal !== undefined) {
      refuse(context as Context, form, refusal);
      return;
    }
    const sent = new URLSearchParams(form);
    const grantType = form.get("grant_type") ?? "";
    sent.set("grant_type", provider.servedAs[grantType] ?? grantType);
    replaceForm(context, sent);
    await next();
    // A failure of the emulator itself is not dressed up as a provider's answer.
    if (!isObject(context.body) || context.status >= 500) return;
    const reason = reasonFor(context.body);
    if (reason === undefined) await succeed(context as Context, form, context.body);
    else refuse(context as Context, form, refusalOf(provider, reason));
  });
  return requests;
}

/** What a token request answers while an access token of the same client and grant is valid. */
function secondToken({ provider, readings }: EndpointOptions, grantType: string): Readings["secondSession"] {
  const { repeatsAccessTokens } = provider;
  if (repeatsAccessTokens === undefined) return "new";
  if (byDefault(repeatsAccessTokens) === "always") return "same";
  return grantType === "client_credentials" ? follow(readings, "secondSession") : "new";
}
