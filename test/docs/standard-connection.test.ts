import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { before, describe, it } from "mocha";
import { asObject, type JsonObject } from "../../definition/json";

describe("The connection in docs/designers/standard.md", () => {
  const resources = new Map<string, JsonObject>();
  before(async () => {
    await pulumi.runtime.setMocks({
      newResource: ({ type, name, inputs }) => {
        resources.set(name, asObject(inputs));
        const outputs = { connectorId: "id of the connector", relayKey: "relay key" };
        const isStack = type === "pulumi:pulumi:StackReference";
        return { id: name, state: isStack ? { outputs, secretOutputNames: ["relayKey"] } : asObject(inputs) };
      },
      call: ({ inputs }) => asObject(inputs),
    });
    await import("../../docs/examples/standard-connection.js");
    await pulumi.runtime.disconnect();
  });

  it("is docs/examples/standard-connection.ts", () => {
    const [, example = ""] = /```ts\n([^]*?)```/.exec(readFileSync("docs/designers/standard.md", "utf8")) ?? [];
    assert.equal(example, readFileSync("docs/examples/standard-connection.ts", "utf8"));
  });

  it("is of the kind V2, to the stack's connector, with the key as a secret", () => {
    const { kind, resourceType, properties } = resources.get("set-secret-standard") ?? assert.fail("no connection");
    assert.deepEqual([kind, resourceType], ["V2", "connections"]);
    assert.match(JSON.stringify(properties), /"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270"/);
    assert.match(JSON.stringify(properties), /"api":\{"id":"id of the connector"\}/);
    assert.match(JSON.stringify(properties), /"parameterValues":\{"api_key":"relay key"\}/);
  });

  it("lets the app's identity use it", () => {
    const { parentResourcePath, resourceType, resourceName, properties } =
      resources.get("set-secret-standard-access") ?? assert.fail("no access policy");
    assert.deepEqual(
      [parentResourcePath, resourceType, resourceName],
      ["connections/set-secret-standard", "accessPolicies", "logic-standard-OBJECT_ID"],
    );
    assert.deepEqual(properties, {
      principal: { type: "ActiveDirectory", identity: { objectId: "OBJECT_ID", tenantId: "TENANT_ID" } },
    });
  });
});
