import { describe } from "mocha";
import type { Stack } from "../../../policy/model";
import type { StackCase } from "./stack-builder";
import { group, http, managedIdentity, readingStack, request, testStacks } from "./stack-builder";

const wrong = ["https-and-audience"];

/** A stack whose workflow sends its identity's token for an audience to an address. */
function sends(uri: string, audience: string): Stack {
  return readingStack({ Send: http("GET", uri, { authentication: { type: "ManagedServiceIdentity", audience } }) });
}

const services: readonly (readonly [uri: string, audience: string])[] = [
  ["https://dce-x.westeurope-1.ingest.monitor.azure.com/dataCollectionRules/x", "https://monitor.azure.com"],
  ["https://dev.azure.com/acme/_apis/projects", "499b84ac-1321-427f-aa17-267ca6975798"],
  ["https://acme.visualstudio.com/_apis/projects", "499b84ac-1321-427f-aa17-267ca6975798"],
  ["https://ws.dev.azuresynapse.net/pipelines", "https://dev.azuresynapse.net"],
  ["https://api.loganalytics.azure.com/v1/workspaces/x/query", "https://api.loganalytics.io"],
  ["https://api.loganalytics.io/v1/workspaces/x/query", "https://api.loganalytics.io/"],
  ["https://api.powerbi.com/v1.0/myorg/groups", "https://analysis.windows.net/powerbi/api"],
  ["https://acme.purview.azure.com/catalog/api", "https://purview.azure.net"],
  ["https://adb-1.1.azuredatabricks.net/api/2.1/jobs/list", "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d"],
  ["https://graph.microsoft.com/v1.0/users", "https://graph.microsoft.com/"],
  ["https://st.blob.core.windows.net/c/b", "https://storage.azure.com/"],
  ["https://st.blob.core.windows.net/c/b", "https://st.blob.core.windows.net"],
  ["https://c.westeurope.kusto.windows.net/v1/rest/query", "https://c.westeurope.kusto.windows.net"],
  ["https://api.securitycenter.microsoft.com/api/machines", "https://api.securitycenter.microsoft.com"],
  ["https://ns.servicebus.windows.net/q/messages", "https://servicebus.azure.net"],
  ["https://api.acme.example/v1", "https://api.acme.example"],
];

const others: readonly StackCase[] = [
  ["Graph's token to another host", wrong, sends("https://collector.example/x", "https://graph.microsoft.com")],
  [
    "Monitor's token to a host that ends alike",
    wrong,
    sends("https://ingest.monitor.azure.com.example/x", "https://monitor.azure.com"),
  ],
  [
    "the vault's token to a function",
    wrong,
    readingStack({
      Call: {
        type: "Function",
        inputs: {
          function: { id: `${group}/providers/Microsoft.Web/sites/f/functions/x` },
          authentication: managedIdentity,
        },
      },
    }),
  ],
  [
    "a function's own audience",
    [],
    readingStack({
      Call: {
        type: "Function",
        inputs: {
          function: { id: `${group}/providers/Microsoft.Web/sites/f/functions/x` },
          authentication: { type: "ManagedServiceIdentity", audience: "api://9f0f5c4e-1111-4222-8333-444444444444" },
        },
      },
    }),
  ],
  [
    "an address that begins with a literal in a Compose",
    [],
    readingStack({
      Base: { type: "Compose", inputs: "https://api.acme.example" },
      Use: http("GET", "@{outputs('Base')}/v1/items"),
    }),
  ],
  [
    "an address that begins with a constant variable",
    [],
    readingStack({
      Base: {
        type: "InitializeVariable",
        inputs: { variables: [{ name: "base", type: "string", value: "https://api.acme.example" }] },
      },
      Use: http("GET", "@{variables('base')}/v1/items"),
    }),
  ],
  [
    "an address that begins with a variable that is set",
    wrong,
    readingStack({
      Base: {
        type: "InitializeVariable",
        inputs: { variables: [{ name: "base", type: "string", value: "https://api.acme.example" }] },
      },
      Set: { type: "SetVariable", inputs: { name: "Base", value: "@body('Get_secret')?['id']" } },
      Use: http("GET", "@{variables('base')}/v1/items"),
    }),
  ],
  [
    "http, in a Compose",
    wrong,
    readingStack({
      Base: { type: "Compose", inputs: "http://api.acme.example" },
      Use: http("GET", "@{outputs('Base')}/v1/items"),
    }),
  ],
];

/** A stack whose Request trigger has this access control. */
function called(triggers: object): Stack {
  return readingStack({}, { triggers: { manual: request } }, { accessControl: { triggers } });
}
const open = ["open-triggers"];
const ranges = (...addressRanges: string[]): object => ({
  allowedCallerIpAddresses: addressRanges.map((addressRange) => ({ addressRange })),
});
const policy = (claims: unknown): object => ({
  openAuthenticationPolicies: { policies: { p: { type: "AAD", claims } } },
});

const triggers: readonly StackCase[] = [
  ["all but one /8", open, called(ranges("0.0.0.0-126.255.255.255", "128.0.0.0-255.255.255.255"))],
  ["four quarters", open, called(ranges("0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2"))],
  ["more than half of IPv6", open, called(ranges("::/1", "8000::/2"))],
  ["overlapping ranges of one office", [], called(ranges("203.0.113.0/24", "203.0.113.0/25", "203.0.113.7"))],
  ["one /8", [], called(ranges("10.0.0.0/8"))],
  ["other Logic Apps only", [], called(ranges())],
  ["a policy whose claims are empty objects", open, called(policy([{}]))],
  ["a policy whose claim has no value", open, called(policy([{ name: "iss", value: "" }]))],
  ["a policy without claims", open, called(policy([]))],
  ["a policy with a claim", [], called(policy([{ name: "aud", value: "api://x" }]))],
];

describe("Audiences of Azure's services", () => {
  testStacks(services.map(([uri, audience]) => [`${audience} at ${uri}`, [], sends(uri, audience)]));
  testStacks(
    services.slice(0, 9).map(([, audience]) => [`${audience} elsewhere`, wrong, sends("https://a.example", audience)]),
  );
  testStacks(others);
});
describe("Callers of Request triggers", () => {
  testStacks(triggers);
});
