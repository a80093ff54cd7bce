import type { ParsedFields } from "../fields/parsed-fields";
import { keyPath, type SettingsProblem } from "../fields/settings-problem";
import type { tokenFields } from "../fields/token-fields";
import { grantTypes, keysOfGrant, type GrantType } from "../values/grants";
import type { KeyProblem } from "./key-problem";
import { providerProblems } from "./provider-problems";

type Token = ParsedFields<typeof tokenFields>;

/** Problems between the keys of one token. */
export function tokenProblems(token: Token, path: string): SettingsProblem[] {
  const problems = [
    clientIdProblem(token),
    basicProblem(token),
    ...grantKeyProblems(token),
    ...providerProblems.map((problemOf) => problemOf(token)),
    introspectionUrlProblem(token),
    instanceUrlProblem(token),
    intervalProblem(token),
    operatorsProblem(token),
  ];
  return problems.flatMap((problem) =>
    problem === undefined ? [] : [{ path: keyPath(path, problem.key), message: problem.message }],
  );
}

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

/** Checks that the keys of its grant are set, and those of other grants are not. */
function grantKeyProblems({ given, values: { grantType } }: Token): readonly KeyProblem[] {
  if (grantType === undefined) return [];
  const needed = new Set(keysOfGrant(grantType).map(([key]) => key));
  return grantTypes.flatMap((grant) =>
    keysOfGrant(grant).flatMap(([key, { is }]): KeyProblem[] => {
      if (needed.has(key) === given.has(key)) return [];
      return [{ key, message: given.has(key) ? uselessKey(grantType, grant) : missingKey(grantType, is) }];
    }),
  );
}

function missingKey(grantType: GrantType, key: string): string {
  return `is missing. With grantType ${grantType}, set ${key}.`;
}

function uselessKey(grantType: GrantType, grantOfKey: GrantType): string {
  return `has no effect with grantType ${grantType}. Remove it, or set grantType to ${grantOfKey}.`;
}

/** An expression should be readable in the designer, and this one contains the ID. */
function basicProblem({ values: { clientAuthentication, clientId } }: Token): KeyProblem {
  const length = clientId === undefined ? 0 : new URLSearchParams({ "": clientId }).toString().length - 1;
  return clientAuthentication === "basic" && length > longestClientId
    ? {
        key: "clientId",
        message: `has ${length} characters, encoded. The maximum with clientAuthentication basic is ${longestClientId}. Store it in the vault, and set clientIdSecretName to its name.`,
      }
    : undefined;
}

/** With more, the expression of the Authorization header would exceed 256 characters. */
const longestClientId = 128;

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
