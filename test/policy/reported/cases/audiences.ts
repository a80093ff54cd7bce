import type { Stack } from "../../../../policy/model";
import { group, http, managedIdentity, readingStack } from "../../stacks/stack-builder";
import { azure, keyVaultDocs, logicAppsDocs, others, playbooks, posts } from "../addresses";
import type { CasesByKind } from "../reported-case";

const wrong = ["https-and-audience"];
/** A stack whose workflow sends its identity's token for an audience to an address. */
function sends(uri: string, audience: string, method = "GET"): Stack {
  return readingStack({ Send: http(method, uri, { authentication: { type: "ManagedServiceIdentity", audience } }) });
}

const setAddress = (value: string): object => ({ type: "SetVariable", inputs: { name: "ResourceUrl", value } });
const ingestion = "https://logs-ingestion-rzmk.eastus2-1.ingest.monitor.azure.com";
const stream = "/dataCollectionRules/dcr-00000000000000000000000000000000/streams/Custom-MyTableRawData";

/** Tokens of managed identities, by where they are sent. */
export const audiences = {
  audience: [
    {
      id: "logs-ingestion",
      what: "rows to a data collection endpoint with a token for Azure Monitor",
      source: azure.logsIngestion,
      rules: [],
      stack: sends(ingestion + stream, "https://monitor.azure.com", "POST"),
    },
    {
      id: "logs-ingestion-to-a-collector",
      what: "the token for Azure Monitor to a host that only begins like a data collection endpoint",
      source: azure.logsIngestion,
      rules: wrong,
      stack: sends(`${ingestion}.example.net${stream}`, "https://monitor.azure.com", "POST"),
    },
    {
      id: "devops-release",
      what: "a release of Azure DevOps with the audience that is a GUID",
      source: azure.devOps,
      rules: [],
      stack: sends(
        "https://vsrm.dev.azure.com/acme/shop/_apis/release/releases",
        "499b84ac-1321-427f-aa17-267ca6975798",
        "POST",
      ),
    },
    {
      id: "devops-token-elsewhere",
      what: "the token for Azure DevOps to a relay of somebody",
      source: azure.devOps,
      rules: wrong,
      stack: sends("https://devops-relay.example.net/_apis/projects", "499b84ac-1321-427f-aa17-267ca6975798"),
    },
    {
      id: "synapse-data-plane",
      what: "a pipeline run of Synapse, whose data plane takes its own audience with a slash at its end",
      source: azure.synapse,
      rules: [],
      stack: sends("https://ws.dev.azuresynapse.net/pipelines/load/createRun", "https://dev.azuresynapse.net/", "POST"),
    },
    {
      id: "synapse-by-resource-manager-audience",
      what: "the data plane of Synapse with Resource Manager's audience, which the document warns of",
      source: azure.synapse,
      rules: wrong,
      stack: sends("https://ws.dev.azuresynapse.net/pipelines", "https://management.core.windows.net/"),
    },
    {
      id: "databricks-jobs",
      what: "jobs of Databricks with the id of its application as audience",
      source: azure.databricks,
      rules: [],
      stack: sends(
        "https://adb-1234567890123456.7.azuredatabricks.net/api/2.1/jobs/list",
        "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d",
      ),
    },
    {
      id: "storage-blob",
      what: "a blob with the audience of Azure Storage",
      source: logicAppsDocs.managedIdentity,
      rules: [],
      stack: sends("https://fabrikamstorage.blob.core.windows.net/container/blob.txt", "https://storage.azure.com/"),
    },
    {
      id: "resource-manager",
      what: "a read of Resource Manager with its audience",
      source: logicAppsDocs.managedIdentity,
      rules: [],
      stack: sends(`https://management.azure.com${group}?api-version=2021-04-01`, "https://management.azure.com/"),
    },
    {
      id: "resource-manager-token-to-the-vault",
      what: "a vault with Resource Manager's audience, which must be the target's resource ID exactly",
      source: logicAppsDocs.managedIdentity,
      rules: wrong,
      stack: sends("https://kv-tokens.vault.azure.net/secrets/access-token", "https://management.azure.com/"),
    },
    {
      id: "vault-audience-with-a-slash",
      what: "a vault with a slash at the end of the audience, which it refuses",
      source: keyVaultDocs.requests,
      rules: wrong,
      stack: sends("https://kv-tokens.vault.azure.net/secrets/access-token", "https://vault.azure.net/"),
    },
    {
      id: "graph-token-to-a-request-bin",
      what: "a call that is tried out at a request bin with the identity's token for Graph",
      source: posts.requestBin,
      rules: wrong,
      stack: sends("https://en1y5xpu7zs5.x.pipedream.net/", "https://graph.microsoft.com"),
    },
    {
      id: "other-workflow-by-its-policys-audience",
      what: "another Logic App's trigger with Resource Manager's audience, which its authorization policy asks for",
      source: posts.sasDespiteIdentity,
      rules: [],
      stack: sends(
        "https://prod-42.westeurope.logic.azure.com/workflows/0/triggers/manual/paths/invoke?api-version=2016-10-01",
        "https://management.azure.com",
        "POST",
      ),
    },
    {
      id: "function-of-another-with-the-vaults-token",
      what: "a function that is called with the token for the vault",
      source: logicAppsDocs.managedIdentity,
      rules: wrong,
      stack: readingStack({
        Call: {
          type: "Function",
          inputs: {
            function: { id: `${group}/providers/Microsoft.Web/sites/f/functions/x` },
            authentication: managedIdentity,
          },
        },
      }),
    },
  ],
  https: [
    {
      id: "http-webhook-of-an-example",
      what: "a webhook at an address without TLS, as the example has it",
      source: others.webhookWithoutTls,
      rules: wrong,
      stack: readingStack({ webhook: http("GET", "http://example.com/some-webhook") }),
    },
    {
      id: "https-webhook",
      what: "the same webhook with TLS",
      source: others.webhookWithoutTls,
      rules: [],
      stack: readingStack({ webhook: http("GET", "https://example.com/some-webhook") }),
    },
    {
      id: "address-by-switch",
      what: "an address whose host a Switch sets to Graph of one cloud or another",
      source: playbooks.keyCredentials,
      rules: [],
      stack: readingStack({
        Resource_Url: {
          type: "InitializeVariable",
          inputs: { variables: [{ name: "ResourceUrl", type: "string" }] },
        },
        Switch: {
          type: "Switch",
          expression: "@parameters('Environment')",
          cases: {
            Germany: { case: "Germany", actions: { Set_1: setAddress("https://graph.microsoft.de") } },
            Fairfax: { case: "Azure Fairfax (Gov)", actions: { Set_2: setAddress("https://graph.microsoft.us") } },
          },
          default: { actions: { Set_3: setAddress("https://graph.microsoft.com") } },
        },
        HTTP: http("GET", "@{variables('ResourceUrl')}/beta/myorganization/applications?$select=keyCredentials"),
      }),
    },
  ],
} satisfies CasesByKind;
