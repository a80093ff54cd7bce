import * as z from "zod";
import { hostOf } from "../values/host";
import { defaultInstanceUrlSuffixes } from "../values/salesforce-host";
import { tokenFields } from "./token-fields";
import type { TokenKeys } from "./token-keys";
import { withoutUndefined, type WithoutUndefined } from "./without-undefined";

const { provider, tokenUrl, instanceUrl } = tokenFields;

/** A token's keys, once the defaults of its provider are filled in. */
const tokenSchema = z.object({
  ...tokenFields,
  provider: provider.unwrap(),
  tokenUrl: tokenUrl.unwrap(),
  instanceUrl: instanceUrl.unwrap(),
});

/** Keys with a default, of their own or of the token's provider. */
type Defaulted = keyof typeof tokenDefaults | "provider" | "grantType" | "tokenUrl" | "instanceUrl";

/** A token's keys with the defaults filled in, as the stack file has them. */
export type TokenFields = WithoutUndefined<Omit<TokenKeys, Defaulted> & Required<Pick<TokenKeys, Defaulted>>>;

/** The client ID itself, which is not secret, or the name of the vault secret that holds it. */
export type ClientId = { readonly value: string } | { readonly secretName: string };

/**
 * The settings of one token, with every default filled in.
 *
 * Derived from {@link tokenFields}, apart from `clientId`, which combines two keys.
 */
export interface TokenSettings extends Omit<
  TokenFields,
  "clientId" | "clientIdSecretName" | "allowedInstanceUrlSuffixes" | "refreshOperators"
> {
  readonly clientId: ClientId;
  /** Host names in lower case. An instance URL's host must equal one of them or end with a period and one of them. */
  readonly allowedInstanceUrlSuffixes: readonly string[];
  readonly refreshOperators: readonly RefreshOperator[];
}

/** A principal that may start a refresh at any time. */
export type RefreshOperator = Readonly<TokenFields["refreshOperators"][number]>;

/** The defaults of a token's keys that do not depend on its provider. */
export const tokenDefaults = z
  .object({
    clientAuthentication: tokenFields.clientAuthentication,
    tokenRequestParameters: tokenFields.tokenRequestParameters,
    tokenRequestHeaders: tokenFields.tokenRequestHeaders,
    intervalMinutes: tokenFields.intervalMinutes,
    assumedLifetimeMinutes: tokenFields.assumedLifetimeMinutes,
    maximumLifetimeMinutes: tokenFields.maximumLifetimeMinutes,
    marginMinutes: tokenFields.marginMinutes,
    writePath: tokenFields.writePath,
    skipWhileFresh: tokenFields.skipWhileFresh,
    disableSupersededVersions: tokenFields.disableSupersededVersions,
    refreshOperators: tokenFields.refreshOperators,
  })
  .parse({});

/**
 * Makes the settings of a token from its keys and the defaults of its provider.
 *
 * @throws {z.ZodError} for invalid keys, which {@link parseToken} reports first
 */
export function tokenSettings(keys: unknown): TokenSettings {
  const { clientId, clientIdSecretName, ...token } = withoutUndefined(tokenSchema.parse(keys));
  return {
    ...token,
    clientId: clientId === undefined ? { secretName: clientIdSecretName ?? "" } : { value: clientId },
    allowedInstanceUrlSuffixes: token.allowedInstanceUrlSuffixes ?? defaultInstanceUrlSuffixes(hostOf(token.tokenUrl)),
  };
}

/** Name of the vault secret for a token's instance URL; `undefined` unless it has a separate one. */
export function instanceUrlSecretName(token: {
  readonly [K in "secretName" | "instanceUrl"]?: TokenFields[K] | undefined;
}): string | undefined {
  return token.secretName !== undefined && token.instanceUrl === "secret"
    ? `${token.secretName}-instance-url`
    : undefined;
}
