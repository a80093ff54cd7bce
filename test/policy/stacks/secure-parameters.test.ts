import { describe } from "mocha";
import type { Stack } from "../../../policy/model";
import { encrypted } from "../../../policy/model";
import type { StackCase } from "./stack-builder";
import { http, readingStack, testStacks } from "./stack-builder";

const parameter = (name: string, inputs: object, value: unknown = "sommer2026abc"): Stack =>
  readingStack(
    { Use: http("POST", "https://api.example.com/", inputs) },
    { parameters: { [name]: { type: "String" } } },
    { parameters: { [name]: { value } } },
  );
const insecure = ["secure-parameters"];

const parameters: readonly StackCase[] = [
  ["OPENAIAPIKEY", insecure, parameter("OPENAIAPIKEY", { body: { k: "@parameters('OPENAIAPIKEY')" } })],
  [
    "an innocent name that is given a secret",
    insecure,
    parameter("p1", { body: { k: "@parameters('p1')" } }, encrypted),
  ],
  [
    "a query parameter key of the address",
    insecure,
    readingStack(
      { Use: http("GET", "https://api.example.com/v1?key=@{parameters('Weather API')}&q=x") },
      { parameters: { "Weather API": { type: "String" } } },
    ),
  ],
  [
    "a query parameter token of the address",
    insecure,
    readingStack(
      { Use: http("GET", "https://api.example.com/v1?token=@{parameters('Vendor')}") },
      { parameters: { Vendor: { type: "String" } } },
    ),
  ],
  ["a header", insecure, parameter("p1", { headers: { Authorization: "Bearer @{parameters('p1')}" } })],
  [
    "the name of a secret in a vault's address",
    [],
    readingStack(
      {
        Get_secret: http("GET", "https://kv-tokens.vault.azure.net/secrets/@{parameters('DatabasePasswordSecret')}", {
          authentication: { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" },
        }),
      },
      { parameters: { DatabasePasswordSecret: { type: "String" } } },
      { parameters: { DatabasePasswordSecret: { value: "access-token" } } },
    ),
  ],
  [
    "the name of a secret that concat puts into the address",
    [],
    readingStack(
      {
        Get_secret: http("GET", "@concat('https://kv-tokens.vault.azure.net/secrets/', parameters('ClientSecret'))", {
          authentication: { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" },
        }),
      },
      { parameters: { ClientSecret: { type: "String" } } },
      { parameters: { ClientSecret: { value: "access-token" } } },
    ),
  ],
  ["a plain parameter", [], parameter("pageSize", { body: { k: "@parameters('pageSize')" } }, "10")],
];

describe("Parameters that hold credentials", () => {
  testStacks(parameters);
});
