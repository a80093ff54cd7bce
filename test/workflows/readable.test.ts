import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { relayDefinition } from "../../connector";
import { walkActions } from "../../definition";
import { refreshDefinition } from "../../workflows";
import { consumerDefinitions, ourDefinitions } from "../policy/our-definitions";

const byDefault = {
  secretName: "salesforce-token",
  tokenUrl: "https://acme.my.salesforce.com/services/oauth2/token",
  clientId: { value: "client id" },
  clientSecretName: "salesforce-client-secret",
  allowedInstanceUrlSuffixes: ["acme.my.salesforce.com"],
};
const queries = { "api-version": "2019-05-01", sp: "/triggers/manual/run", sv: "1.0" };
const defaults = [
  refreshDefinition(byDefault, { write: { kind: "connector", queries } }),
  refreshDefinition(byDefault, { write: { kind: "http" } }),
  relayDefinition({}),
  ...consumerDefinitions.map(({ definition }) => definition),
];

/** The longest string with an expression; expressions within one string, such as a form's, count together. */
function longestExpression(value: unknown): string {
  if (typeof value === "string") return /^@[^@]|@\{/.test(value) ? value : "";
  if (typeof value !== "object" || value === null) return "";
  return Object.values(value)
    .map(longestExpression)
    .reduce((longest, other) => (other.length > longest.length ? other : longest), "");
}

describe("A person who opens a workflow in the portal", () => {
  it("finds no expression over 256 characters with the default settings", () => {
    for (const definition of defaults) {
      const longest = longestExpression(definition);
      assert.ok(longest.length <= 256, `${longest.length}: ${longest}`);
    }
  });

  it("finds none over 512 with any option", () => {
    for (const { name, definition } of ourDefinitions) {
      const longest = longestExpression(definition);
      assert.ok(longest.length <= 512, `${name}, ${longest.length}: ${longest}`);
    }
  });

  it("finds a sentence at every action, which Azure takes up to 256 characters long", () => {
    for (const { name: workflow, definition } of ourDefinitions) {
      for (const { name, action } of walkActions(definition)) {
        assert.match(String(action.description), /^[A-Z][^]{10,254}\.$/, `${workflow}: ${name}`);
      }
    }
  });
});
