import type { Stack, StackResource } from "../../../../policy/model";
import { encrypted } from "../../../../policy/model";
import { accessPolicy, group, readingStack, resource, vault, vaultUrl, workflow } from "../../stacks/stack-builder";
import { azure, playbooks, posts, threads } from "../addresses";
import type { CasesByKind } from "../reported-case";

const found = ["no-credentials"];
const document = ["connector-document"];
function beside(...resources: StackResource[]): Stack {
  const stack = readingStack({});
  return { ...stack, resources: [...stack.resources, ...resources] };
}

function connection(properties: object, madeFrom: string[] = []): StackResource {
  return resource("azure-native:web:Connection", "c", { connectionName: "c", properties }, { properties: madeFrom });
}

function connector(properties: object): Stack {
  return beside(resource("azure-native:web:CustomApi", "kv", { properties }));
}

const swagger = (host: string, paths: object): object => ({
  swagger: { swagger: "2.0", host, basePath: "/", schemes: ["https"], paths },
});
const nameInPath = { name: "name", in: "path", required: true, type: "string" };
const vaultHost = vaultUrl.replace("https://", "");
const workspace = resource("azure-native:operationalinsights:Workspace", "w", {
  primarySharedKey: "issued-by-the-workspace",
});
const sharedKey = "8LDtpNOv58zNT1lo9QMxfwqyr03E4FRJluMJ8FaTZqokkCdRtsaU7yrQGNeeGZm4sAKix0AhY4ISsxgWUIpzAB==";

/** A workflow that uses the managed Key Vault connector with its own identity. */
function byConnector(path: string, ...secrets: string[]): Stack {
  const connectionId = `${group}/providers/Microsoft.Web/connections/keyvault`;
  const read = {
    type: "ApiConnection",
    inputs: {
      host: { connection: { name: "@parameters('$connections')['keyvault']['connectionId']" } },
      method: "get",
      path,
    },
    runtimeConfiguration: { secureData: { properties: ["inputs", "outputs"] } },
  };
  const keyvault = {
    connectionId,
    id: "/subscriptions/1/providers/Microsoft.Web/locations/westeurope/managedApis/keyvault",
    connectionProperties: { authentication: { type: "ManagedServiceIdentity" } },
  };
  return {
    resources: [
      vault(),
      accessPolicy(...secrets),
      resource("azure-native:web:Connection", "keyvault", {
        connectionName: "keyvault",
        properties: { parameterValueType: "Alternative", alternativeParameterValues: { vaultName: "kv-tokens" } },
      }),
      workflow(
        { Get_secret: read },
        { parameters: { $connections: { type: "Object", defaultValue: {} } } },
        { parameters: { $connections: { value: { keyvault } } } },
      ),
    ],
  };
}

/** Connections and custom connectors. */
export const connections = {
  connection: [
    {
      id: "password-of-smtp",
      what: "the password of an SMTP connection, which is a securestring of the connector",
      source: threads.connectionPassword,
      rules: found,
      stack: beside(
        connection({
          parameterValues: { serverAddress: "smtp.example.com", userName: "svc", password: "sommer2026abc" },
        }),
      ),
    },
    {
      id: "password-of-smtp-as-a-secret",
      what: "the same password as a secret",
      source: threads.connectionPassword,
      rules: [],
      stack: beside(
        connection({ parameterValues: { serverAddress: "smtp.example.com", userName: "svc", password: encrypted } }),
      ),
    },
    {
      id: "connection-by-identity",
      what: "a connection to Key Vault with the workflow's identity",
      source: threads.connectionByIdentity,
      rules: [],
      stack: beside(
        connection({ parameterValueType: "Alternative", alternativeParameterValues: { vaultName: "kv-tokens" } }),
      ),
    },
    {
      id: "connection-by-identity-without-values",
      what: "a connection to Azure Automation with the workflow's identity and empty custom values",
      source: threads.alternativeConnection,
      rules: [],
      stack: beside(
        connection({ displayName: "automation", customParameterValues: {}, parameterValueType: "Alternative" }),
      ),
    },
    {
      id: "shared-connection-with-a-credential",
      what: "one connection with an inline credential, used by many Logic Apps",
      source: posts.sharedConnection,
      rules: found,
      stack: beside(connection({ parameterValues: { accountName: "st", accessKey: sharedKey } })),
    },
    {
      id: "custom-connector-with-an-api-key",
      what: "a custom connector's connection with its API key",
      source: threads.connectorWithKey,
      rules: found,
      stack: beside(connection({ parameterValues: { api_key: "sommer2026abc" } })),
    },
    {
      id: "workspace-key-of-the-resource",
      what: "a workspace's key that comes from the workspace of the stack",
      source: azure.workspaceKeys,
      rules: [],
      stack: beside(
        workspace,
        connection({ parameterValues: { username: "id", password: "issued-by-the-workspace" } }, [workspace.urn]),
      ),
    },
  ],
  "connector-msi": [
    {
      id: "connector-gets",
      what: "the connector's Get secret with the identity, and get",
      source: threads.twoSecrets,
      rules: [],
      stack: byConnector("/secrets/@{encodeURIComponent('vcap-client-id')}/value", "get"),
    },
    {
      id: "connector-lists",
      what: "the connector's List secrets with the identity, and list",
      source: posts.connectorByIdentity,
      rules: [],
      stack: byConnector("/secrets", "list"),
    },
    {
      id: "connector-gets-and-may-list",
      what: "the connector's Get secret with the identity, and get and list",
      source: posts.connectorByIdentity,
      rules: ["excess-permissions"],
      stack: byConnector("/secrets/@{encodeURIComponent('ApiKey')}/value", "get", "list"),
    },
    {
      id: "connector-without-a-grant",
      what: "the connector's Get secret of a vault to which nobody granted access",
      source: playbooks.secretNameParameter,
      rules: ["excess-permissions", "missing-permissions"],
      stack: byConnector("/secrets/@{encodeURIComponent('ApiKey')}/value", "list"),
    },
  ],
  connector: [
    {
      id: "connector-of-the-vault-itself",
      what: "a connector whose host is the vault, and which may read any secret",
      source: threads.vaultConnector,
      rules: document,
      stack: connector(swagger(vaultHost, { "/secrets/{name}": { get: { parameters: [nameInPath], responses: {} } } })),
    },
    {
      id: "connector-that-writes-any-name",
      what: "a connector that writes a secret of any name, with a value that no format hides",
      source: threads.vaultConnector,
      rules: document,
      stack: connector(
        swagger(vaultHost, {
          "/secrets/{secret-name}": {
            put: {
              parameters: [
                { ...nameInPath, name: "secret-name" },
                { name: "body", in: "body", schema: { type: "object", properties: { value: { type: "string" } } } },
              ],
              responses: {},
            },
          },
        }),
      ),
    },
    {
      id: "connector-of-another-vaults-product",
      what: "a connector of another product's vault, behind a function of its own",
      source: threads.keeperConnector,
      rules: [],
      stack: connector(
        swagger("keeper-ksm.example.net", { "/api/records": { get: { parameters: [], responses: {} } } }),
      ),
    },
  ],
} satisfies CasesByKind;
