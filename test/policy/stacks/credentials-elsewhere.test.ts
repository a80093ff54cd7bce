import { describe } from "mocha";
import type { Stack, StackResource } from "../../../policy/model";
import { encrypted } from "../../../policy/model";
import type { StackCase } from "./stack-builder";
import { readingStack, resource, testStacks } from "./stack-builder";

const found = ["no-credentials"];

function beside(...resources: StackResource[]): Stack {
  const stack = readingStack({});
  return { ...stack, resources: [...stack.resources, ...resources] };
}
function connection(properties: object, madeFrom: string[] = []): StackResource {
  return resource("azure-native:web:Connection", "c", { connectionName: "c", properties }, { properties: madeFrom });
}
const storage = resource("azure-native:storage:StorageAccount", "st", { primaryKey: "issued-by-the-account" });

const secretTag = "AF68Q~97zW3V9Rw4kA5COZGVBjtdzP83OLgExk5a";
const callback =
  "https://prod-42.westeurope.logic.azure.com/workflows/0/triggers/manual/paths/invoke?sig=1BOnxUprmL3QdvBPgzKsC3YXfLzoTlujWzLOkPjxz1B";
const elsewhere: readonly StackCase[] = [
  [
    "a callback URL in an action group",
    found,
    beside(resource("azure-native:monitor:ActionGroup", "a", { logicAppReceivers: [{ callbackUrl: callback }] })),
  ],
  [
    "a callback URL in an event subscription",
    found,
    beside(resource("azure-native:eventgrid:EventSubscription", "e", { destination: { endpointUrl: callback } })),
  ],
  [
    "a token in a workflow's tags",
    found,
    readingStack({}, {}, { tags: { sfToken: "00DI2tWVj6RUAPW!lRlBIzSLCVuTSvtBQ9phUQXtsswN2xiBfHQeaSG8YgVp" } }),
  ],
  [
    "a password in a secret's tags",
    found,
    beside(
      resource("azure-native:keyvault:Secret", "s", {
        properties: { value: encrypted },
        tags: { previous: secretTag },
      }),
    ),
  ],
  [
    "a secret in the clear",
    found,
    beside(resource("azure-native:keyvault:Secret", "s", { properties: { value: "x" } })),
  ],
  [
    "a SecureString given in the clear",
    found,
    readingStack({}, { parameters: { p: { type: "SecureString" } } }, { parameters: { p: { value: "x" } } }),
  ],
  [
    "a key in a plain output",
    found,
    {
      ...readingStack({}),
      plainOutputs: {
        storageKey: "8LDtpNOv58zNT1lo9QMxfwqyr03E4FRJluMJ8FaTZqokkCdRtsaU7yrQGNeeGZm4sAKix0AhY4ISsxgWUIpzAB==",
      },
    },
  ],
  [
    "a connection string in a plain output",
    found,
    {
      ...readingStack({}),
      plainOutputs: { x: "HostName=a.azure-devices.net;SharedAccessKey=UCLRzaskpuB5PaHVLHoy6YkVdYEGf8n8rZpw4iVide2=" },
    },
  ],
  [
    "a secret that is marked as one",
    [],
    beside(resource("azure-native:keyvault:Secret", "s", { properties: { value: encrypted }, tags: { owner: "crm" } })),
  ],
  [
    "a SecureString that is given a secret",
    [],
    readingStack({}, { parameters: { p: { type: "SecureString" } } }, { parameters: { p: { value: encrypted } } }),
  ],
  [
    "an action group with a mail",
    [],
    beside(resource("azure-native:monitor:ActionGroup", "a", { emailReceivers: [{ emailAddress: "a@example.com" }] })),
  ],
  [
    "ids in plain outputs",
    [],
    {
      ...readingStack({}),
      plainOutputs: { workflowId: "0123456789abcdef0123456789abcdef", name: "salesforcesetsecretrelay1a2b3c4d" },
    },
  ],
];

const connections: readonly StackCase[] = [
  [
    "authKey and secretKey",
    found,
    beside(connection({ parameterValues: { databaseAccount: "x", authKey: "k", secretKey: "s" } })),
  ],
  ["customParameterValues", found, beside(connection({ customParameterValues: { apiKey: "k" } }))],
  [
    "a service principal",
    found,
    beside(connection({ parameterValues: { "token:clientId": "1", "token:clientSecret": "s" } })),
  ],
  [
    "parameterValueSet",
    found,
    beside(connection({ parameterValueSet: { name: "keyBasedAuth", values: { apiKey: { value: "k" } } } })),
  ],
  [
    "a written neighbour of an issued key",
    found,
    beside(
      storage,
      connection({ parameterValues: { accessKey: "issued-by-the-account", password: "p" } }, [storage.urn]),
    ),
  ],
  [
    "an issued key",
    [],
    beside(storage, connection({ parameterValues: { accessKey: "issued-by-the-account" } }, [storage.urn])),
  ],
  ["a secret", [], beside(connection({ parameterValues: { server: "x", password: encrypted } }))],
];

describe("Credentials elsewhere in a stack", () => {
  testStacks(elsewhere);
});
describe("Credentials of connections", () => {
  testStacks(connections);
});
