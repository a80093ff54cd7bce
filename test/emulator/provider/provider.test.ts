import assert from "node:assert/strict";
import { status } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { after, before, describe, it } from "mocha";
import { secretValue } from "../../../emulator/azure-native";
import { asString, type JsonObject } from "../../../definition/json";
import { unknownValue, writeProperties } from "../../../emulator/provider/wire";
import { answer, engineClient, type EngineClient } from "./engine-client";

const group = "azure-native:resources:ResourceGroup";
const vault = "azure-native:keyvault:Vault";

describe("The provider for Pulumi's engine", () => {
  let engine: EngineClient;
  before(async () => {
    engine = await engineClient();
  });
  after(() => engine.close());

  const check = async (type: string, news: JsonObject, olds: JsonObject = {}): Promise<messages.CheckResponse> => {
    const request = new messages.CheckRequest().setType(type).setName("it").setNews(writeProperties(news));
    return answer((callback) => engine.client.check(request.setOlds(writeProperties(olds)), callback));
  };
  const create = async (type: string, inputs: JsonObject, preview = false): Promise<messages.CreateResponse> => {
    const request = new messages.CreateRequest().setType(type).setName("it").setProperties(writeProperties(inputs));
    return answer((callback) => engine.client.create(request.setPreview(preview), callback));
  };
  const read = async (id: string): Promise<messages.ReadResponse> =>
    answer((callback) => engine.client.read(new messages.ReadRequest().setType(group).setId(id), callback));

  it("says what is wrong by property, and judges nothing that is unknown", async () => {
    const failures = (response: messages.CheckResponse): unknown[] =>
      response.getFailuresList().map((failure) => [failure.getProperty(), failure.getReason()]);
    assert.deepEqual(failures(await check(vault, { vaultName: "no_name" })), [
      ["properties", "missing required property 'properties'"],
      ["resourceGroupName", "missing required property 'resourceGroupName'"],
      ["vaultName", "'no_name' does not match expression '^[a-zA-Z0-9-]{3,24}$'"],
    ]);
    const unknown = { vaultName: unknownValue, properties: unknownValue, resourceGroupName: unknownValue };
    assert.deepEqual(failures(await check(vault, unknown)), []);
  });

  it("generates a name once, and takes the location from its configuration", async () => {
    const first = (await check(group, {})).getInputs()?.toJavaScript() ?? {};
    assert.match(asString(first.resourceGroupName), /^it[0-9a-f]{8}$/);
    assert.equal(first.location, "northeurope");
    assert.deepEqual((await check(group, {}, first)).getInputs()?.toJavaScript(), first);
  });

  it("keeps a secret marked through check and creation", async () => {
    const tags = { owner: secretValue("planted-owner") };
    const inputs = (await check(group, { resourceGroupName: "secret", tags })).getInputs()?.toJavaScript() ?? {};
    assert.deepEqual(inputs.tags, tags);
    const created = await create(group, inputs);
    assert.deepEqual(created.getProperties()?.toJavaScript().tags, tags);
    const body = engine.azure.arm.resources().find(({ name }) => name === "secret")?.body;
    assert.deepEqual(body?.tags, { owner: "planted-owner" });
  });

  it("creates nothing at preview, and leaves unknown what Azure alone knows", async () => {
    const inputs = { resourceGroupName: "none", vaultName: "kv-preview", properties: { sku: { name: "standard" } } };
    const response = await create(vault, inputs, true);
    assert.equal(response.getId(), "");
    assert.deepEqual(response.getProperties()?.toJavaScript(), {
      vaultName: "kv-preview",
      properties: {
        sku: { name: "standard" },
        vaultUri: unknownValue,
        provisioningState: unknownValue,
        privateEndpointConnections: unknownValue,
      },
    });
    assert.ok(engine.azure.arm.resources().every(({ name }) => name !== "kv-preview"));
  });

  it("reads a resource that was made elsewhere, and none that is gone; deletes twice alike", async () => {
    const created = await create(group, { resourceGroupName: "read", location: "westeurope" });
    const found = await read(created.getId());
    assert.deepEqual(found.getInputs()?.toJavaScript(), { location: "westeurope" });
    for (let time = 0; time < 2; time += 1) {
      const request = new messages.DeleteRequest().setType(group).setId(created.getId());
      await answer<Empty>((callback) => engine.client.delete(request, callback));
      assert.equal((await read(created.getId())).getId(), "");
    }
  });

  it("tells which changes replace, by property", async () => {
    const properties = (location: string): JsonObject => ({
      resourceGroupName: "one",
      location,
      tags: { a: location },
    });
    const request = new messages.DiffRequest()
      .setType(group)
      .setOldInputs(writeProperties(properties("westeurope")))
      .setNews(writeProperties(properties("northeurope")));
    const response = await answer<messages.DiffResponse>((callback) => engine.client.diff(request, callback));
    assert.deepEqual(response.getReplacesList(), ["location"]);
    assert.deepEqual(response.getDiffsList(), ["location", "tags"]);
    assert.equal(response.getDeletebeforereplace(), true);
    const detailed = response.getDetaileddiffMap();
    assert.equal(detailed.getLength(), 2);
    assert.equal(detailed.get("location")?.getKind(), messages.PropertyDiff.Kind.UPDATE_REPLACE);
    assert.equal(detailed.get("tags.a")?.getKind(), messages.PropertyDiff.Kind.UPDATE);
  });

  it("refuses by name what it does not know", async () => {
    await assert.rejects(
      create("azure-native:sql:Server", {}),
      /The resource type "azure-native:sql:Server" is not known here/,
    );
    const schema = answer<messages.GetSchemaResponse>((callback) =>
      engine.client.getSchema(new messages.GetSchemaRequest(), callback),
    );
    await assert.rejects(schema, { code: status.UNIMPLEMENTED, details: /GetSchema is not served: the schema/ });
    const call = answer<messages.CallResponse>((callback) => engine.client.call(new messages.CallRequest(), callback));
    await assert.rejects(call, {
      code: status.UNIMPLEMENTED,
      details: /Call is not served: azure-native has no methods/,
    });
  });
});
