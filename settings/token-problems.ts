import type { ParsedFields } from "./parse-fields";
import type { SettingsProblem } from "./settings-error";
import type { tokenFields } from "./token-fields";
import { sharedSalesforceHost } from "./token-url";

type Token = ParsedFields<typeof tokenFields>;

/** What is wrong between the keys of one token. */
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
        message: "is missing. Give the client id, or the name of the vault secret that holds it as clientIdSecretName.",
      }
    : { key: "clientId", message: "is given together with clientIdSecretName; take one of them out." };
}

function refreshTokenProblem({ given, values }: Token): KeyProblem {
  const key = "refreshTokenSecretName";
  if (values.grantType === "refresh_token" && !given.has(key)) {
    return {
      key,
      message: "is missing. The grant refresh_token needs the name of the vault secret that holds the refresh token.",
    };
  }
  if (values.grantType === "client_credentials" && given.has(key)) {
    return {
      key,
      message: "has no use with the grant client_credentials; take it out, or set grantType to refresh_token.",
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
      message: `has the host ${host}, where Salesforce refuses client_credentials; use your My Domain: https://{your domain}.my.salesforce.com/services/oauth2/token.`,
    }) ||
    undefined
  );
}

/** The client's secret goes to the introspection URL as it does to the token URL. */
function introspectionUrlProblem({ values: { introspectionUrl, tokenUrl } }: Token): KeyProblem {
  if (introspectionUrl === undefined || tokenUrl === undefined) return undefined;
  const host = new URL(tokenUrl).host;
  return new URL(introspectionUrl).host === host
    ? undefined
    : {
        key: "introspectionUrl",
        message: `has another host than tokenUrl (${host}), and would be sent the client secret; use one of that host, or take it out.`,
      };
}

/** Azure refuses the second of two equal role assignments. */
function operatorsProblem({ values: { refreshOperators = [] } }: Token): KeyProblem {
  const ids = refreshOperators.map(({ principalId }) => principalId.toLowerCase());
  return new Set(ids).size === ids.length
    ? undefined
    : { key: "refreshOperators", message: "names a principalId twice; take one of them out." };
}

function instanceUrlProblem({ given, values }: Token): KeyProblem {
  return values.instanceUrl === "none" && given.has("allowedInstanceUrlSuffixes")
    ? { key: "allowedInstanceUrlSuffixes", message: "has no use with instanceUrl none; take one of them out." }
    : undefined;
}

function intervalProblem({ values: { intervalMinutes, assumedLifetimeMinutes, marginMinutes } }: Token): KeyProblem {
  if (intervalMinutes === undefined || assumedLifetimeMinutes === undefined || marginMinutes === undefined)
    return undefined;
  const limit = assumedLifetimeMinutes - marginMinutes;
  if (intervalMinutes < limit) return undefined;
  return {
    key: "intervalMinutes",
    message: `is ${intervalMinutes}; must be less than assumedLifetimeMinutes − marginMinutes (${assumedLifetimeMinutes} − ${marginMinutes} = ${limit}), or the token ends before its successor comes. Refresh more often, or correct the lifetime.`,
  };
}
