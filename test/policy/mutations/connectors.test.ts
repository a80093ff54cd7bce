import { before, describe } from "mocha";
import type { Stack } from "../../../policy/model";
import { baseStack } from "./base-stacks";
import type { Mutation } from "./mutation";
import { testMutations } from "./mutation";

const crm = "Workflow refresh-crm-token";
const erp = "Workflow refresh-erp-token";
const relay = "Workflow set-secret-relay";
const actions = "definition/actions";
const write = `${actions}/Answer_is_a_token/actions/Set_secret`;
const guard = `${actions}/Name_is_allowed`;
const connector = "CustomApi set-secret";
const operation = "properties/swagger/paths/|secrets|{secret-name}/put";

const connectorDocument: readonly Mutation[] = [
  [
    "an operation that reads",
    ["connector-document"],
    (s) =>
      s.set(connector, `properties/swagger/paths/|secrets|{secret-name}/get`, {
        operationId: "GetSecret",
        parameters: [],
        responses: { 200: { description: "A secret." } },
      }),
  ],
  [
    "an operation that deletes",
    ["connector-document"],
    (s) =>
      s.set(connector, `properties/swagger/paths/|secrets|{secret-name}/delete`, {
        operationId: "DeleteSecret",
        parameters: [],
        responses: { 200: { description: "Gone." } },
      }),
  ],
  ["plain http", ["connector-document"], (s) => s.set(connector, "properties/swagger/schemes", ["http", "https"])],
  [
    "a value that is not marked as secret",
    ["connector-document"],
    (s) => s.remove(connector, "properties/swagger/definitions/SecretSetParameters/properties/value/format"),
  ],
  [
    "an answer with the value",
    ["connector-document"],
    (s) => s.set(connector, "properties/swagger/definitions/SecretItem/properties/value", { type: "string" }),
  ],
  [
    "names that are not limited",
    ["connector-document", "written-secret-names"],
    (s) =>
      s.change(connector, `${operation}/parameters`, (list: readonly object[]) =>
        list.map((each) => ({ ...each, enum: undefined })),
      ),
  ],
  [
    "a backend by http",
    ["connector-document"],
    (s) =>
      s.set(connector, "properties/backendService/serviceUrl", "http://prod-12.westeurope.logic.azure.com/workflows/x"),
  ],
  ["another description", [], (s) => s.set(connector, `${operation}/description`, "Writes a secret.")],
];

const writtenNames: readonly Mutation[] = [
  [
    "a relay without its guard",
    ["written-secret-names"],
    (s) => s.set(relay, `${guard}/expression`, { and: [{ equals: [1, 1] }] }),
  ],
  [
    "a guard that looks at another name",
    ["written-secret-names"],
    (s) =>
      s.set(relay, `${guard}/expression`, {
        and: [{ contains: ["@parameters('allowedSecretNames')", "@toLower(triggerBody()?['contentType'])"] }],
      }),
  ],
  [
    "a guard that one of two conditions passes",
    ["written-secret-names"],
    (s) =>
      s.change(relay, `${guard}/expression`, (each: { and: object[] }) => ({ or: [...each.and, { equals: [1, 1] }] })),
  ],
  [
    "a list of the relay with one name more",
    ["written-secret-names"],
    (s) => s.set(relay, "parameters/allowedSecretNames/value", ["crm-token", "erp-token", "webhook-key", "another"]),
  ],
  [
    "a connector that lists one name more",
    ["written-secret-names"],
    (s) =>
      s.change(connector, `${operation}/parameters`, (list: readonly { in: string; enum?: string[] }[]) =>
        list.map((each) => (each.enum === undefined ? each : { ...each, enum: [...each.enum, "another"] })),
      ),
  ],
  [
    "a name that the connector does not list",
    ["written-secret-names"],
    (s) => s.set(crm, `${write}/inputs/path`, "/secrets/@{encodeURIComponent('another')}"),
  ],
  [
    "a name from the token server's answer",
    ["written-secret-names"],
    (s) => s.set(erp, `${write}/inputs/uri`, "@{parameters('vaultUri')}/secrets/@{body('Request_token')['name']}"),
  ],
  [
    "a guard in other words",
    [],
    (s) => s.change(relay, `${guard}/expression`, (each: { and: object[] }) => each.and[0]),
  ],
  [
    "a list in another order",
    [],
    (s) => s.change(relay, "parameters/allowedSecretNames/value", (list: readonly string[]) => [...list].reverse()),
  ],
];

describe("The policy pack on connectors and the names that are written", () => {
  let stack: Stack = { resources: [] };
  before(async () => {
    stack = await baseStack("rbac");
  });
  testMutations(() => stack, connectorDocument);
  testMutations(() => stack, writtenNames);
});
