import type { Stack } from "../../../../policy/model";
import { encrypted } from "../../../../policy/model";
import { http, onVault, readingStack } from "../../stacks/stack-builder";
import { logicAppsDocs, playbooks } from "../addresses";
import type { CasesByKind } from "../reported-case";

const insecure = ["secure-parameters"];
/** A workflow with a parameter, which a header or another input uses. */
function parameter(
  name: string,
  declaration: object,
  use: object = { headers: { "X-Token": `@parameters('${name}')` } },
  value?: unknown,
): Stack {
  return readingStack(
    { Use: http("GET", "https://api.example.com/v1/items", use) },
    { parameters: { [name]: declaration } },
    value === undefined ? {} : { parameters: { [name]: { value } } },
  );
}

function namedSecret(name: string): Stack {
  return readingStack(
    { Read: onVault("GET", `/secrets/@{parameters('${name}')}`) },
    { parameters: { [name]: { type: "string" } } },
    { parameters: { [name]: { value: "access-token" } } },
  );
}

/** Parameters of workflows, and types in any letter case. */
export const parameters = {
  param: [
    {
      id: "api-token-of-type-string",
      what: "an API token in a parameter of type string, before the fix",
      source: playbooks.cyrenTokens,
      rules: insecure,
      stack: parameter("SentinelOne_ApiToken", { type: "string" }, undefined, "sommer2026abc"),
    },
    {
      id: "api-token-of-type-securestring",
      what: "the same of type securestring, in lower case as the fix has it",
      source: playbooks.cyrenTokens,
      rules: [],
      stack: parameter("SentinelOne_ApiToken", { type: "securestring" }, undefined, encrypted),
    },
    {
      id: "jwt-of-type-string",
      what: "a JWT in a parameter of type string",
      source: playbooks.cyrenTokens,
      rules: insecure,
      stack: parameter(
        "Cyren_IpReputation_JwtToken",
        { type: "string" },
        { headers: { Authorization: "Bearer @{parameters('Cyren_IpReputation_JwtToken')}" } },
        "sommer2026abc",
      ),
    },
    {
      id: "default-of-a-securestring",
      what: "a SecureString whose default value is kept in the definition",
      source: playbooks.secureDefaults,
      rules: insecure,
      stack: parameter("ClientSecret", { type: "SecureString", defaultValue: "sommer2026abc" }),
    },
    {
      id: "securestring-by-the-resources-parameters",
      what: "the same bound by the resource's parameters",
      source: playbooks.infobloxKeys,
      rules: [],
      stack: parameter("ClientSecret", { type: "SecureString" }, undefined, encrypted),
    },
    {
      id: "token-with-a-default",
      what: "an API token of type String with a default value",
      source: playbooks.masking,
      rules: insecure,
      stack: parameter("MCASAPIToken", { type: "String", defaultValue: "yourMCAS-API-Token" }),
    },
    {
      id: "workspace-key-in-a-header",
      what: "a workspace's key of type string in a header of the Data Collector API",
      source: playbooks.sharedKeyHeader,
      rules: insecure,
      stack: parameter(
        "LogAnalyticsWorkspaceKey",
        { type: "string" },
        { headers: { Authorization: "SharedKey id:@{parameters('LogAnalyticsWorkspaceKey')}" } },
        "sommer2026abc",
      ),
    },
    {
      id: "secret-key-in-the-query",
      what: "an API secret of type String as a query parameter",
      source: playbooks.keyInQuery,
      rules: insecure,
      stack: parameter("ApiSecret", { type: "String" }, { queries: { secret: "@parameters('ApiSecret')" } }),
    },
    {
      id: "basic-password-securestring",
      what: "user name and password of Basic authentication as secured parameters, after the document",
      source: logicAppsDocs.security,
      rules: [],
      stack: parameter(
        "basicAuthPasswordParam",
        { type: "securestring" },
        { authentication: { type: "Basic", username: "svc", password: "@parameters('basicAuthPasswordParam')" } },
        encrypted,
      ),
    },
    {
      id: "basic-password-string",
      what: "the same as a parameter of type string",
      source: logicAppsDocs.security,
      rules: insecure,
      stack: parameter(
        "basicAuthPasswordParam",
        { type: "string" },
        { authentication: { type: "Basic", username: "svc", password: "@parameters('basicAuthPasswordParam')" } },
        "sommer2026abc",
      ),
    },
    {
      id: "client-secret-in-runs",
      what: "a client secret of a SecureString in a request that is shown",
      source: playbooks.clientSecretInRuns,
      rules: ["hidden-tokens"],
      stack: readingStack(
        {
          Token: http(
            "POST",
            "https://login.example.com/oauth2/token",
            { body: "client_secret=@{parameters('ClientSecret')}" },
            { runtimeConfiguration: {} },
          ),
        },
        { parameters: { ClientSecret: { type: "SecureString" } } },
        { parameters: { ClientSecret: { value: encrypted } } },
      ),
    },
  ],
  "param-name": [
    {
      id: "secret-names-of-a-playbook",
      what: "parameters APIKeySecretName and PasswordSecretName, which name secrets of the vault",
      source: playbooks.zscaler,
      rules: [],
      stack: namedSecret("PasswordSecretName"),
    },
    {
      id: "key-vault-name",
      what: "a parameter KeyVaultName",
      source: playbooks.zscaler,
      rules: [],
      stack: parameter(
        "KeyVaultName",
        { type: "string" },
        { body: { vault: "@parameters('KeyVaultName')" } },
        "kv-tokens",
      ),
    },
    {
      id: "secret-name-that-is-sent",
      what: "a parameter of that name whose value is sent as the password itself",
      source: playbooks.secretNameParameter,
      rules: insecure,
      stack: parameter(
        "ApiKey",
        { type: "string" },
        { headers: { "X-Api-Key": "@parameters('ApiKey')" } },
        "sommer2026abc",
      ),
    },
  ],
  case: [
    {
      id: "securestring-in-lower-case",
      what: "types in lower case, as the document writes them",
      source: logicAppsDocs.security,
      rules: [],
      stack: parameter("ClientSecret", { type: "securestring" }, undefined, encrypted),
    },
    {
      id: "securestring-in-lower-case-shown",
      what: "a securestring in lower case that a request in the open shows",
      source: logicAppsDocs.security,
      rules: ["hidden-tokens"],
      stack: readingStack(
        {
          Use: http(
            "GET",
            "https://api.example.com/v1",
            { headers: { "X-Key": "@parameters('ClientSecret')" } },
            { type: "http", runtimeConfiguration: {} },
          ),
        },
        { parameters: { ClientSecret: { type: "securestring" } } },
        { parameters: { ClientSecret: { value: encrypted } } },
      ),
    },
    {
      id: "items-in-another-case",
      what: "items() of a loop in another case than its name, as a published playbook has it",
      source: playbooks.keyCredentials,
      rules: ["hidden-tokens"],
      stack: readingStack({
        For_each: {
          type: "Foreach",
          foreach: "@createArray(body('Get_secret')?['value'])",
          actions: { Row: { type: "Compose", inputs: "@items('For_Each')" } },
          runtimeConfiguration: {},
        },
      }),
    },
  ],
} satisfies CasesByKind;
