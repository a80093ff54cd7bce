import type { ParsedFields } from "../fields/parsed-fields";
import type { SettingsProblem } from "../fields/settings-problem";
import type { tokenFields } from "../fields/token-fields";
import { sharedSalesforceHost } from "../values/token-url";

type Token = ParsedFields<typeof tokenFields>;

/** Problems between the keys of one token. */
export function tokenProblems(token: Token, path: string): SettingsProblem[] {
  return [
    clientIdProblem,
    refreshTokenProblem,
    salesforceHostProblem,
    introspectionUrlProblem,
    instanceUrlProblem,
    intervalProblem,
    operatorsProblem,
  ].flatMap((problemOf) => {
    const problem = problemOf(token);
    return problem === undefined ? [] : [{ path: `${path}.${problem.key}`, message: problem.message }];
  });
}

type KeyProblem = { readonly key: keyof typeof tokenFields; readonly message: string } | undefined;

function clientIdProblem({ given }: Token): KeyProblem {
  const count = Number(given.has("clientId")) + Number(given.has("clientIdSecretName"));
  if (count === 1) return undefined;
  return count === 0
    ? {
        key: "clientId",
        message: "is missing. Set the client ID, or set clientIdSecretName to the vault secret that holds it.",
      }
    : { key: "clientId", message: "cannot be combined with clientIdSecretName. Remove one of them." };
}

function refreshTokenProblem({ given, values }: Token): KeyProblem {
  const key = "refreshTokenSecretName";
  if (values.grantType === "refresh_token" && !given.has(key)) {
    return {
      key,
      message:
        "is missing. With grantType refresh_token, set the name of the vault secret that holds the refresh token.",
    };
  }
  if (values.grantType !== undefined && values.grantType !== "refresh_token" && given.has(key)) {
    return {
      key,
      message: `has no effect with grantType ${values.grantType}. Remove it, or set grantType to refresh_token.`,
    };
  }
  return undefined;
}

function salesforceHostProblem({ values: { grantType, tokenUrl } }: Token): KeyProblem {
  if (grantType !== "client_credentials" || tokenUrl === undefined) return undefined;
  const host = sharedSalesforceHost(tokenUrl);
  return (
    (host && {
      key: "tokenUrl",
      message: `has the host ${host}, where Salesforce rejects client_credentials. Use your My Domain: https://{your domain}.my.salesforce.com/services/oauth2/token.`,
    }) ||
    undefined
  );
}

/** The introspection endpoint receives the client secret, as the token endpoint does. */
function introspectionUrlProblem({ values: { introspectionUrl, tokenUrl } }: Token): KeyProblem {
  if (introspectionUrl === undefined || tokenUrl === undefined) return undefined;
  const host = new URL(tokenUrl).host;
  return new URL(introspectionUrl).host === host
    ? undefined
    : {
        key: "introspectionUrl",
        message: `has another host than tokenUrl (${host}) and would receive the client secret. Use a URL on that host, or remove it.`,
      };
}

/** Azure rejects the second of two equal role assignments. */
function operatorsProblem({ values: { refreshOperators = [] } }: Token): KeyProblem {
  const ids = refreshOperators.map(({ principalId }) => principalId.toLowerCase());
  return new Set(ids).size === ids.length
    ? undefined
    : { key: "refreshOperators", message: "lists a principalId twice. Remove one of them." };
}

function instanceUrlProblem({ given, values }: Token): KeyProblem {
  return values.instanceUrl === "none" && given.has("allowedInstanceUrlSuffixes")
    ? {
        key: "allowedInstanceUrlSuffixes",
        message: "has no effect with instanceUrl none. Remove it, or change instanceUrl.",
      }
    : undefined;
}

function intervalProblem({ values: { intervalMinutes, assumedLifetimeMinutes, marginMinutes } }: Token): KeyProblem {
  if (intervalMinutes === undefined || assumedLifetimeMinutes === undefined || marginMinutes === undefined)
    return undefined;
  const limit = assumedLifetimeMinutes - marginMinutes;
  if (intervalMinutes < limit) return undefined;
  return {
    key: "intervalMinutes",
    message: `is ${intervalMinutes}. Expected less than assumedLifetimeMinutes − marginMinutes (${assumedLifetimeMinutes} − ${marginMinutes} = ${limit}); otherwise a token expires before the next one is stored. Refresh more often, or correct the lifetime.`,
  };
}
