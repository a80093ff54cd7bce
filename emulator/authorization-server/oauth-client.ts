import type { OAuthProvider } from "./oauth-provider";

/** A client that is registered with an authorization server. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Value of `grant_type` in its token requests (RFC 6749). `oidc-provider` rejects one that it does not have. */
  readonly grantType: string;
  /** Scopes that it may have, separated by spaces. @default "api" */
  readonly scope?: string;
  /** Values that the provider gave with it, by the form parameter that has to name them: `account_id`. @default none */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** Default scope of a client: Salesforce's scope for its REST API. */
export const defaultScope = "api";

/** One registration with all that its entries allow. */
export interface RegisteredClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly grantTypes: readonly string[];
  readonly scopes: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * One registration per client id: several entries with the same id are one client with several grants.
 *
 * @param servedAs grants of oidc-provider that serve a grant under another name
 * @throws {Error} where two entries with one id have different secrets
 */
export function registerClients(
  clients: readonly OAuthClient[],
  servedAs: OAuthProvider["servedAs"],
): readonly RegisteredClient[] {
  const registered = new Map<string, RegisteredClient>();
  for (const { clientId, clientSecret, grantType, scope = defaultScope, parameters } of clients) {
    const known = registered.get(clientId);
    if (known !== undefined && known.clientSecret !== clientSecret) {
      throw new Error(`The OAuth client ${clientId} is given twice with different secrets: give it one secret.`);
    }
    registered.set(clientId, {
      clientId,
      clientSecret,
      grantTypes: [...new Set([...(known?.grantTypes ?? []), servedAs[grantType] ?? grantType])],
      scopes: [...new Set([...(known?.scopes ?? []), ...scope.split(" ").filter((each) => each !== "")])],
      parameters: { ...known?.parameters, ...parameters },
    });
  }
  return [...registered.values()];
}
