import type { Stack, StackResource } from "../../../../policy/model";
import { encrypted } from "../../../../policy/model";
import { secured } from "../../../../definition";
import { readingStack, resource } from "../../stacks/stack-builder";
import { azure, keyVaultDocs, logicAppsDocs, posts, threads, thread } from "../addresses";
import type { CasesByKind } from "../reported-case";

const found = ["no-credentials"];
const callback =
  "https://prod-20.austriaeast.logic.azure.com:443/workflows/0/triggers/When_Budget_Action_is_received/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2FWhen_Budget_Action_is_received%2Frun&sv=1.0&sig=1BOnxUprmL3QdvBPgzKsC3YXfLzoTlujWzLOkPjxz1B";
function beside(...resources: StackResource[]): Stack {
  const stack = readingStack({});
  return { ...stack, resources: [...stack.resources, ...resources] };
}

const sharedKey = "8LDtpNOv58zNT1lo9QMxfwqyr03E4FRJluMJ8FaTZqokkCdRtsaU7yrQGNeeGZm4sAKix0AhY4ISsxgWUIpzAB==";

/** Places beside the workflow that hold credentials, and callback URLs. */
/** Inputs of an HTTP Webhook that sends its callback URL. */
const subscription = {
  subscribe: {
    method: "POST",
    uri: "https://api.example.com/hooks",
    body: { callback: "@{listCallbackUrl()}" },
  },
  unsubscribe: {},
};

export const places = {
  place: [
    {
      id: "callback-in-an-action-group",
      what: "the signed address of a Logic App, written into an action group",
      source: threads.signedReceiver,
      rules: found,
      stack: beside(
        resource("azure-native:monitor:ActionGroup", "d", {
          logicAppReceivers: [{ name: "x", callbackUrl: callback }],
        }),
      ),
    },
    {
      id: "callback-as-a-secret",
      what: "the same address as a secret",
      source: threads.signedReceiver,
      rules: [],
      stack: beside(
        resource("azure-native:monitor:ActionGroup", "d", {
          logicAppReceivers: [{ name: "x", callbackUrl: encrypted }],
        }),
      ),
    },
    {
      id: "mail-receiver",
      what: "an action group that sends a mail",
      source: azure.actionGroups,
      rules: [],
      stack: beside(
        resource("azure-native:monitor:ActionGroup", "d", { emailReceivers: [{ emailAddress: "a@example.com" }] }),
      ),
    },
    {
      id: "callback-of-an-event-subscription",
      what: "the address of a Logic App, concatenated with its signature for Event Grid",
      source: threads.callbackOfStandard,
      rules: found,
      stack: beside(
        resource("azure-native:eventgrid:EventSubscription", "e", { destination: { endpointUrl: callback } }),
      ),
    },
    {
      id: "secret-in-the-clear",
      what: "a secret of a vault whose value the state shows",
      source: thread("pulumi/pulumi-azure-nextgen/issues/185"),
      rules: found,
      stack: beside(
        resource("azure-native:keyvault:Secret", "s", {
          properties: { value: "my-super-secret-value-that-should-never-be-exposed" },
        }),
      ),
    },
    {
      id: "secret-that-is-marked",
      what: "the same value as a secret of Pulumi",
      source: thread("pulumi/pulumi/issues/4822"),
      rules: [],
      stack: beside(resource("azure-native:keyvault:Secret", "s", { properties: { value: encrypted } })),
    },
    {
      id: "password-in-the-tags-of-a-secret",
      what: "an old password in the tags of a secret, which list shows",
      source: keyVaultDocs.secrets,
      rules: found,
      stack: beside(
        resource("azure-native:keyvault:Secret", "s", {
          properties: { value: encrypted },
          tags: { previous: "AF68Q~97zW3V9Rw4kA5COZGVBjtdzP83OLgExk5a" },
        }),
      ),
    },
    {
      id: "credential-id-in-the-tags-of-a-secret",
      what: "the tags of the rotation tutorial, which name the credential and the days of its validity",
      source: keyVaultDocs.rotation,
      rules: [],
      stack: beside(
        resource("azure-native:keyvault:Secret", "s", {
          properties: { value: encrypted },
          tags: { CredentialId: "sqluser", ValidityPeriodDays: "60" },
        }),
      ),
    },
  ],
  output: [
    {
      id: "shared-key-of-a-workspace",
      what: "the shared key of a workspace, in the clear among the outputs of the stack",
      source: threads.sharedKeyInStack,
      rules: found,
      stack: { ...readingStack({}), plainOutputs: { workspaceSharedKey: sharedKey } },
    },
    {
      id: "connection-string",
      what: "a connection string among the outputs",
      source: azure.templateOutputs,
      rules: found,
      stack: {
        ...readingStack({}),
        plainOutputs: {
          x: "HostName=a.azure-devices.net;SharedAccessKey=UCLRzaskpuB5PaHVLHoy6YkVdYEGf8n8rZpw4iVide2=",
        },
      },
    },
    {
      id: "resource-id",
      what: "a resource's id among the outputs, as the document has it",
      source: azure.templateOutputs,
      rules: [],
      stack: {
        ...readingStack({}),
        plainOutputs: {
          resourceID:
            "/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg/providers/Microsoft.Network/publicIPAddresses/ip",
        },
      },
    },
    {
      id: "value-of-a-secret",
      what: "the value of a vault's secret among the outputs",
      source: threads.secretOutput,
      rules: found,
      stack: {
        ...readingStack({}),
        plainOutputs: { azurerm_key_vault_secret: "AF68Q~97zW3V9Rw4kA5COZGVBjtdzP83OLgExk5a" },
      },
    },
  ],
  callback: [
    {
      id: "callback-subscribed-in-the-open",
      what: "HTTP Webhook that sends its callback URL in the body of subscribe, in the open",
      source: threads.webhookCallback,
      rules: ["hidden-tokens"],
      stack: readingStack({
        Wait: {
          type: "HttpWebhook",
          inputs: subscription,
        },
      }),
    },
    {
      id: "callback-subscribed-and-hidden",
      what: "the same with secure inputs and outputs",
      source: logicAppsDocs.webhook,
      rules: [],
      stack: readingStack({
        Wait: {
          type: "HttpWebhook",
          inputs: subscription,
          runtimeConfiguration: secured,
        },
      }),
    },
    {
      id: "callback-in-a-mail",
      what: "the workflow's own callback URL in a mail for an approval",
      source: posts.keyInAddress,
      rules: ["hidden-tokens"],
      stack: readingStack({
        Mail: {
          type: "ApiConnection",
          inputs: {
            host: { connection: { name: "@parameters('$connections')['office365']['connectionId']" } },
            method: "post",
            path: "/v2/Mail",
            body: { To: "a@example.com", Body: "approve: @{listCallbackUrl()}" },
          },
          runtimeConfiguration: secured,
        },
      }),
    },
  ],
} satisfies CasesByKind;
