import type { ParsedFields } from "../fields/parsed-fields";
import { tokenFields } from "../fields/token-fields";
import { providers, type RequiredParameter } from "../providers";
import { canHaveTokenUrl, providerOfUrl } from "../providers/find-provider";
import { hostOf } from "../values/host";
import { myDomainSuffix } from "../values/salesforce-host";
import type { KeyProblem } from "./key-problem";

type Token = ParsedFields<typeof tokenFields>;

/** Problems of a token with what its provider requires. */
export const providerProblems: readonly ((token: Token) => KeyProblem)[] = [
  tokenUrlProblem,
  grantTypeProblem,
  sharedHostProblem,
  sharedTenantProblem,
  requiredParameterProblem,
];

function tokenUrlProblem({ given, values: { provider, tokenUrl } }: Token): KeyProblem {
  if (tokenUrl === undefined) return given.has("tokenUrl") ? undefined : missingTokenUrl(provider);
  if (provider === undefined || canHaveTokenUrl(provider, tokenUrl)) return undefined;
  const { title, defaults, tokenUrlForm = defaults.tokenUrl ?? "" } = providers[provider];
  const host = hostOf(tokenUrl);
  const other = providerOfUrl(tokenUrl);
  return {
    key: "tokenUrl",
    message:
      `has the host ${host}${other === undefined ? "" : ` of ${providers[other].title}`}, but provider is ${provider} ` +
      `(${title}). Expected ${tokenUrlForm}. Correct it, or set provider to ${other ?? "generic"}.`,
  };
}

function missingTokenUrl(provider: Token["values"]["provider"]): KeyProblem {
  const form = provider === undefined || provider === "generic" ? undefined : providers[provider].tokenUrlForm;
  const expected = form === undefined ? (tokenFields.tokenUrl.meta()?.description ?? "") : `Expected ${form}.`;
  return { key: "tokenUrl", message: `is missing or empty. ${expected}` };
}

function grantTypeProblem({ values: { provider, grantType } }: Token): KeyProblem {
  if (provider === undefined || grantType === undefined) return undefined;
  const { title, grantTypes } = providers[provider];
  return grantTypes.includes(grantType)
    ? undefined
    : {
        key: "grantType",
        message: `is ${grantType}, which ${title} does not have. Use ${grantTypes.join(" or ")}.`,
      };
}

function sharedHostProblem({ values: { grantType, tokenUrl } }: Token): KeyProblem {
  if (grantType !== "client_credentials" || tokenUrl === undefined) return undefined;
  const host = hostOf(tokenUrl);
  const suffix = myDomainSuffix(host);
  return suffix === undefined
    ? undefined
    : {
        key: "tokenUrl",
        message: `has the host ${host}, where Salesforce rejects client_credentials. Use your My Domain: https://{your domain}.${suffix}/services/oauth2/token.`,
      };
}

function sharedTenantProblem({ values: { provider, grantType, tokenUrl } }: Token): KeyProblem {
  if (provider === undefined || grantType !== "client_credentials" || tokenUrl === undefined) return undefined;
  const { title, sharedTenants = [], tokenUrlForm = "" } = providers[provider];
  const [, tenant = ""] = new URL(tokenUrl).pathname.split("/");
  return sharedTenants.includes(tenant.toLowerCase())
    ? {
        key: "tokenUrl",
        message: `has ${tenant} in place of a tenant, where ${title} has no client_credentials. Expected ${tokenUrlForm}.`,
      }
    : undefined;
}

function requiredParameterProblem(token: Token): KeyProblem {
  const { provider, tokenUrl, grantType } = token.values;
  // A refresh token stands for a scope, so that other grants need none.
  if (provider === undefined || tokenUrl === undefined || grantType !== "client_credentials") return undefined;
  const { title, requires = [] } = providers[provider];
  const { pathname } = new URL(tokenUrl);
  const missing = requires.find(({ name, path }) => pathname.endsWith(path) && !sends(token, tokenUrl, name));
  if (missing === undefined) return undefined;
  const needed = `is missing. ${title} refuses a request without ${missing.name} (${missing.error}).`;
  return missing.name === "scope"
    ? { key: "scope", message: `${needed} Set it, for example to ${missing.example}.` }
    : {
        key: "tokenRequestParameters",
        message: `${needed} Set ${missing.name} in it, for example to ${missing.example}.`,
      };
}

function sends({ given, values }: Token, tokenUrl: string, name: RequiredParameter["name"]): boolean {
  if (name === "scope") return given.has("scope");
  // Invalid ones have a problem of their own.
  if (given.has("tokenRequestParameters") && values.tokenRequestParameters === undefined) return true;
  return values.tokenRequestParameters?.[name] !== undefined || new URL(tokenUrl).searchParams.has(name);
}
