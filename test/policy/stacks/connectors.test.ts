import { describe } from "mocha";
import type { Stack } from "../../../policy/model";
import { resource, testStacks, vaultUrl, readingStack } from "./stack-builder";
import type { StackCase } from "./stack-builder";

/** A stack with a custom connector. */
function connector(properties: object): Stack {
  const { resources } = readingStack({});
  return { resources: [...resources, resource("azure-native:web:CustomApi", "kv", { properties })] };
}
const secretName = { name: "name", in: "path", required: true, type: "string" };
const operations = { put: { parameters: [secretName], responses: {} } };
const document = (host: string, paths: object, basePath = "/"): object => ({
  swagger: { swagger: "2.0", host, basePath, schemes: ["https"], paths },
});
const vaultHost = vaultUrl.replace("https://", "");

const connectors: readonly StackCase[] = [
  [
    "/secrets as base path of the vault",
    ["connector-document"],
    connector(document(vaultHost, { "/{name}": operations }, "/secrets")),
  ],
  [
    "a delete below the base path",
    ["connector-document"],
    connector(
      document(
        vaultHost,
        { "/{name}": { delete: { parameters: [{ ...secretName, enum: ["access-token"] }], responses: {} } } },
        "/secrets/",
      ),
    ),
  ],
  [
    "a relay whose path is its own",
    ["connector-document"],
    connector(
      document("prod-42.westeurope.logic.azure.com", {
        "/set/{secretName}": { put: { parameters: [{ ...secretName, name: "secretName" }], responses: {} } },
      }),
    ),
  ],
  [
    "a document that is a link",
    ["connector-document"],
    connector({
      backendService: { serviceUrl: vaultUrl },
      apiDefinitions: { originalSwaggerUrl: "https://st.blob.core.windows.net/c/swagger.json" },
    }),
  ],
  [
    "a linked document of another service",
    [],
    connector({
      backendService: { serviceUrl: "https://api.example.com" },
      apiDefinitions: { originalSwaggerUrl: "https://api.example.com/swagger.json" },
    }),
  ],
  [
    "another service with a path of one name",
    [],
    connector(document("api.example.com", { "/{name}": operations }, "/pets")),
  ],
];

describe("Connectors of vaults", () => {
  testStacks(connectors);
});
