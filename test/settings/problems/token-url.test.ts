import { describe } from "mocha";
import { check, type ProblemCase } from "./problem-cases";

const noReplacement = "contains a placeholder, to be replaced by your own value";
const urlForm =
  " (value not shown, as it may contain a secret). Expected https://host/path, such as https://example.my.salesforce.com/services/oauth2/token.";
const anyTokenUrl = "Expected the token endpoint of the same server, whose path often ends with /token.";

describe("A token URL", () => {
  const at = (tokenUrl: string): Readonly<Record<string, unknown>> => ({ tokenUrl });
  check([
    ...[
      "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
      "https://login.microsoftonline.com/%7Btenant%7D/oauth2/v2.0/token",
      "https://<tenant>.auth0.com/oauth/token",
      "https://[domain]/oauth/token",
      "https://${DOMAIN}/oauth/token",
      "https://yourDomain.okta.com/oauth2/default/v1/token",
      "https://YOUR_DOMAIN/oauth/token",
      "https://your-tenant.auth0.com/oauth/token",
      "https://login.microsoftonline.com/your-tenant-id/oauth2/v2.0/token",
      "https://MyDomainName.my.salesforce.com/services/oauth2/token",
      "https://example.com/token?tenant={tenant}",
      "https://example.com/token?tenant=YOUR_TENANT",
    ].map((url): ProblemCase => [`with a placeholder: ${url}`, at(url), `tokenUrl: ${noReplacement}${urlForm}`]),
    ...[
      "https://example.my.salesforce.com/services/oauth2/authorize",
      "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize",
      "https://sso.example.com/realms/a/protocol/openid-connect/auth",
      "https://accounts.google.com/o/oauth2/v2/auth",
      "https://account.docusign.com/oauth/auth",
      "https://contoso.service-now.com/oauth_auth.do",
      "https://login.example.com/authorize/",
    ].map((url): ProblemCase => [
      `of an authorization endpoint: ${url}`,
      { ...at(url), provider: "generic" },
      `tokenUrl: is an authorization endpoint, where people sign in. ${anyTokenUrl}`,
    ]),
    [
      "of a metadata document",
      at("https://login.example.com/.well-known/openid-configuration"),
      `tokenUrl: is a metadata document. ${anyTokenUrl}`,
    ],
    [
      "of an introspection endpoint",
      at("https://example.my.salesforce.com/services/oauth2/introspect"),
      `tokenUrl: is an introspection endpoint. ${anyTokenUrl}`,
    ],
    [
      "of a revocation endpoint",
      at("https://example.my.salesforce.com/services/oauth2/revoke"),
      `tokenUrl: is a revocation endpoint. ${anyTokenUrl}`,
    ],
    [
      "of the host where people sign in to HubSpot",
      at("https://app.hubspot.com/oauth/token"),
      "tokenUrl: has the host app.hubspot.com, where people sign in. The token endpoint is https://api.hubapi.com/oauth/2026-03/token.",
    ],
    ...(
      [
        ["acme.lightning.force.com", "acme.my.salesforce.com"],
        ["acme--uat.sandbox.lightning.force.com", "acme--uat.sandbox.my.salesforce.com"],
        ["acme.my.salesforce-setup.com", "acme.my.salesforce.com"],
        ["acme.lightning.crmforce.mil", "acme.my.salesforce.mil"],
        ["acme.lightning.sfcrmapps.cn", "acme.my.sfcrmproducts.cn"],
        ["acme--c.vf.force.com", "{your domain}.my.salesforce.com"],
      ] as const
    ).map(([host, own]): ProblemCase => [
      `of Salesforce's user interface: ${host}`,
      at(`https://${host}/services/oauth2/token`),
      `tokenUrl: has the host ${host} of Salesforce's user interface. Use your My Domain: https://${own}/services/oauth2/token.`,
    ]),
    ...["https://example.my.salesforce.com", "https://example.my.salesforce.com/"].map((url): ProblemCase => [
      `of a bare host: ${url}`,
      at(url),
      `tokenUrl: has a host, but no path${urlForm}`,
    ]),
    [
      "of a host without https://",
      at("example.my.salesforce.com/services/oauth2/token"),
      `tokenUrl: is not an absolute URL${urlForm}`,
    ],
    ...[" https://example.com/token", "https://example.com/token\n"].map((url): ProblemCase => [
      `with blanks: ${JSON.stringify(url)}`,
      at(url),
      `tokenUrl: has blanks around it${urlForm}`,
    ]),
    ["with a name that only resembles a placeholder", at("https://myorg.okta.com/oauth2/default/v1/token")],
    ["with a query", at("https://contoso.b2clogin.com/contoso.onmicrosoft.com/oauth2/v2.0/token?p=B2C_1_policy")],
    ["with a port", at("https://sso.example.com:9443/oauth2/token")],
    ...["client_secret", "sig", "api-key", "refresh_token", "access_token"].map((name): ProblemCase => [
      `with a secret in its query: ${name}`,
      at(`https://example.com/token?${name}=hunter2`),
      `tokenUrl: has a secret in its query${urlForm}`,
    ]),
    ...["grant_type", "client_id", "scope"].map((name): ProblemCase => [
      `with the request's own parameter in its query: ${name}`,
      at(`https://example.com/token?${name}=x`),
      `tokenUrl: has a parameter of the token request in its query${urlForm}`,
    ]),
    ["with a fragment", at("https://example.com/token#x"), `tokenUrl: has a fragment${urlForm}`],
  ]);
});
