import { describe } from "mocha";
import type { Stack } from "../../../policy/model";
import type { StackCase } from "./stack-builder";
import { http, readingStack, testStacks } from "./stack-builder";

const found = ["no-credentials"];
const password = "Sommer-2026!abc";

function sends(inputs: object): Stack {
  return readingStack({ Send: http("POST", "https://api.example.com/login2", inputs) });
}
function composes(inputs: unknown): Stack {
  return readingStack({ C: { type: "Compose", inputs } });
}
const literals: readonly StackCase[] = [
  ["a password nested in a body", found, sends({ body: { auth: { user: "svc", password } } })],
  ["a password of Graph's reset", found, sends({ body: { passwordProfile: { password: "NewSecurePassword123!" } } })],
  ["a password in a list within a body", found, sends({ body: { logins: [{ password }] } })],
  [
    "a password in a SOAP body",
    found,
    sends({ body: `<e:login><username>svc</username><password>${password}</password></e:login>` }),
  ],
  [
    "a password with a namespace in a SOAP body",
    found,
    sends({ body: `<w:Password Type="text">${password}</w:Password>` }),
  ],
  ["a password in a body of JSON text", found, sends({ body: `{"user":"svc","password":"${password}"}` })],
  ["a header X-Auth-Key", found, sends({ headers: { "X-Auth-Key": "sommer2026abc" } })],
  ["a header X-Api-Key", found, sends({ headers: { "X-Api-Key": "sommer2026abc" } })],
  ["a query parameter api_key", found, sends({ queries: { api_key: "sommer2026abc" } })],
  [
    "a query parameter within the address",
    found,
    readingStack({ Send: http("GET", "https://api.example.com/v1?access_token=sommer2026abc&q=x") }),
  ],
  [
    "a webhook of Slack",
    found,
    readingStack({
      Send: http("POST", "https://hooks.slack.com/services/T00000000/B00000000/q7Zk29xLmP04vTwY8bNcAbCd"),
    }),
  ],
  ["a header X-Atlassian-Token: no-check", [], sends({ headers: { "X-Atlassian-Token": "no-check" } })],
  ["a header X-CSRF-Token: Fetch", [], sends({ headers: { "X-CSRF-Token": "Fetch" } })],
  ["a password from the vault", [], sends({ body: { password: "@{body('Get_secret')?['value']}" } })],
  [
    "a password from the vault in a SOAP body",
    [],
    sends({ body: "<l><password>@{body('Get_secret')?['value']}</password></l>" }),
  ],
  [
    "whether a password is to be changed",
    [],
    sends({ body: { forceChangePassword: "true", passwordPolicies: "None" } }),
  ],
  [
    "a query parameter key that is a word",
    [],
    readingStack({ Send: http("GET", "https://api.example.com/v1?key=name&q=x") }),
  ],
];

const identifiers: readonly StackCase[] = [
  [
    "a pinned version of a secret",
    [],
    readingStack({
      Get_secret: http(
        "GET",
        "https://kv-tokens.vault.azure.net/secrets/access-token/142eee4717320679c5a8195edec73133",
        { authentication: { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" } },
      ),
    }),
  ],
  ["a SharePoint drive", [], composes({ drive: "b!1oKIXv4ib9UcxLnCe7niWIFDcPN85oxKVK7qaQenbnj5qwnw84vpUiL0ASLnMzAl" })],
  [
    "a SharePoint item in an address",
    [],
    composes("/drives/b!1oKIXv4ib9UcxLnCe7niWIFD/items/01NKDM7HMOJTVYMDOSXFDK2QJDXCDI3WUK"),
  ],
  ["a Planner plan", [], composes({ plan: "Pccs8pld6vbQS9FbpC812fE6BHNf" })],
  ["a Planner bucket", [], composes({ bucketId: "hsOf2dhOJkqyYYZEtdzDe2QAIUCR" })],
  [
    "a channel of Teams",
    [],
    composes({ recipient: { channelId: "19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2" } }),
  ],
  ["a digest", [], composes({ sha256: "e03c9b08e16410a03af89953dbe5739c889f72df643125e99c5e8d1802c75e8c" })],
  ["a digest without a name", [], composes("e03c9b08e16410a03af89953dbe5739c889f72df643125e99c5e8d1802c75e8c")],
  ["a thumbprint", [], composes({ thumbprint: "8A2F3C4D5E6F708192A3B4C5D6E7F8091A2B3C4D" })],
  ["a GUID without hyphens", [], composes({ trace: "ff3aeac7279654871a642c13413db277" })],
  ["a trace context", [], composes("00-fc068fca475716efe21dc35ba62ea931-02f56e1430fc3149-01")],
  [
    "an image in a mail",
    [],
    composes('<img src="data:image/png;base64,iVBORw0KGgoClYZVkEOMtCiDrgkWIC23FH67tkJgpbSIO5YWIUWICw9gZTFR">'),
  ],
  [
    "a page of Power BI",
    [],
    composes(
      "https://app.powerbi.com/groups/me/reports/327165eb-c107-49bf-acd8-810e8dd3fb8e/ReportSectiona0f09b29614282ac7511",
    ),
  ],
  [
    "a certificate",
    [],
    composes(
      "-----BEGIN CERTIFICATE-----\nMIIC2jCCAcKgAwIBAgIQ0kQ9y3vR1n8K5tZ7wXg2cTANBgkqhkiG9w0B\n-----END CERTIFICATE-----",
    ),
  ],
  ["a key of hexadecimal digits, by its name", found, composes({ apiKey: "ff3aeac7279654871a642c13413db277" })],
  ["a random text of no known kind", found, composes({ note: "q7Zk29xLmP04vTwY8bNc" })],
  ["a private key", found, composes("-----BEGIN RSA PRIVATE KEY-----\nMIIC2jCC\n-----END RSA PRIVATE KEY-----")],
];

describe("Literal credentials in definitions", () => {
  testStacks(literals);
});
describe("Identifiers, which are not credentials", () => {
  testStacks(identifiers);
});
