import { parseFields, type ParsedFields } from "./parse-fields";
import type { TokenSettings } from "./settings";
import type { SettingsProblem } from "./settings-error";
import { tokenFields } from "./token-fields";
import { tokenProblems } from "./token-problems";
import { defaultInstanceUrlSuffixes } from "./token-url";

export type TokenValues = ParsedFields<typeof tokenFields>["values"];

/** A token as far as it can be read, where it stands, and what is wrong with it alone. */
export interface ParsedToken {
  readonly path: string;
  readonly values: TokenValues;
  readonly problems: readonly SettingsProblem[];
}

/** Reads one entry of `tokens`. */
export function parseToken(raw: unknown, path: string): ParsedToken {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return {
      path,
      values: {},
      problems: [{ path, message: "must be an object with secretName, tokenUrl and the other keys of a token." }],
    };
  }
  const parsed = parseFields(tokenFields, raw as Readonly<Record<string, unknown>>, path);
  return { path, values: parsed.values, problems: [...parsed.problems, ...tokenProblems(parsed, path)] };
}

/** Name of the secret that receives a token's instance URL, when it gets one of its own. */
export function instanceUrlSecretName({ secretName, instanceUrl }: TokenValues): string | undefined {
  return secretName !== undefined && instanceUrl === "secret" ? `${secretName}-instance-url` : undefined;
}

/** The settings of a token in which nothing is wrong. */
export function buildToken(values: TokenValues): TokenSettings {
  const { secretName, tokenUrl, clientId, clientIdSecretName, refreshTokenSecretName, scope } = values;
  const instanceUrlSecret = instanceUrlSecretName(values);
  const url = required(tokenUrl);
  return {
    secretName: required(secretName),
    grantType: required(values.grantType),
    tokenUrl: new URL(url).href,
    clientId: clientId === undefined ? { secretName: required(clientIdSecretName) } : { value: clientId },
    clientSecretName: required(values.clientSecretName),
    ...(refreshTokenSecretName === undefined ? {} : { refreshTokenSecretName }),
    ...(scope === undefined ? {} : { scope }),
    instanceUrl: required(values.instanceUrl),
    ...(instanceUrlSecret === undefined ? {} : { instanceUrlSecretName: instanceUrlSecret }),
    allowedInstanceUrlSuffixes:
      values.allowedInstanceUrlSuffixes?.map((suffix) => suffix.toLowerCase()) ?? defaultInstanceUrlSuffixes(url),
    intervalMinutes: required(values.intervalMinutes),
    assumedLifetimeMinutes: required(values.assumedLifetimeMinutes),
    marginMinutes: required(values.marginMinutes),
    ...(values.introspectionUrl === undefined ? {} : { introspectionUrl: new URL(values.introspectionUrl).href }),
    writePath: required(values.writePath),
    skipWhileFresh: required(values.skipWhileFresh),
    disableSupersededVersions: required(values.disableSupersededVersions),
    refreshOperators: values.refreshOperators ?? [],
  };
}

/** A value that the schema demands: its absence would be a bug of ours, not of the user's. */
export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError("a required setting is absent though no problem was reported");
  return value;
}
