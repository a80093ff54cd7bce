import assert from "node:assert/strict";
import { status } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { after, before, describe, it } from "mocha";
import { secretValue } from "../../../emulator/azure-native";
import { asObject, asString, type JsonObject } from "../../../definition/json";
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
  const created = (response: messages.CreateResponse): { id: string; outputs: JsonObject } => ({
    id: response.getId(),
    outputs: response.getProperties()?.toJavaScript() ?? {},
  });
  const diff = async (type: string, olds: JsonObject, news: JsonObject): Promise<messages.DiffResponse> => {
    const request = new messages.DiffRequest().setType(type).setOldInputs(writeProperties(olds));
    return answer((callback) => engine.client.diff(request.setNews(writeProperties(news)), callback));
  };
  const read = async (id: string): Promise<messages.ReadResponse> =>
    answer((callback) => engine.client.read(new messages.ReadRequest().setType(group).setId(id), callback));

  it("says what is wrong by property, and judges nothing that is unknown", async () => {
    const failures = (response: messages.CheckResponse): unknown[] =>
      response.getFailuresList().map((failure) => [failure.getProperty(), failure.getReason()]);
    assert.deepEqual(failures(await check(vault, { vaultName: "no_name" })), [
      ["properties", "missing required property 'properties'"],
      ["resourceGroupName", "missing required property 'resourceGroupName'"],
      ["vaultName", "'vaultName' does not match expression '^[a-zA-Z0-9-]{3,24}$'"],
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
    const { name, properties } = response.getProperties()?.toJavaScript() ?? {};
    assert.equal(name, unknownValue);
    assert.deepEqual(asObject(properties).sku, { family: unknownValue, name: "standard" });
    assert.equal(asObject(properties).vaultUri, unknownValue);
    assert.ok(engine.azure.arm.resources().every(({ name }) => name !== "kv-preview"));
  });

  it("updates nothing at preview, and keeps name and location known", async () => {
    const inputs = { resourceGroupName: "update", location: "westeurope", tags: { team: "crm" } };
    const { id, outputs } = created(await create(group, inputs));
    const tagged = { ...inputs, tags: { team: secretValue("planted-team") } };
    const request = new messages.UpdateRequest()
      .setType(group)
      .setId(id)
      .setOlds(writeProperties(outputs))
      .setNews(writeProperties(tagged))
      .setPreview(true);
    const response = await answer<messages.UpdateResponse>((callback) => engine.client.update(request, callback));
    assert.deepEqual(response.getProperties()?.toJavaScript(), {
      azureApiVersion: unknownValue,
      location: "westeurope",
      managedBy: unknownValue,
      name: "update",
      properties: unknownValue,
      tags: tagged.tags,
      type: unknownValue,
    });
    assert.deepEqual(engine.azure.arm.resources().find(({ name }) => name === "update")?.body.tags, { team: "crm" });
  });

  it("takes the location of the resource group where there is no other, unknown as long as the group is", async () => {
    const plain = await engineClient({});
    try {
      const checked = async (news: JsonObject): Promise<unknown> => {
        const request = new messages.CheckRequest().setType(vault).setName("it").setNews(writeProperties(news));
        const response = await answer<messages.CheckResponse>((callback) => plain.client.check(request, callback));
        return response.getInputs()?.toJavaScript().location;
      };
      plain.azure.arm.seedResourceGroup(
        `/subscriptions/${plain.azure.arm.subscriptionId}/resourceGroups/here`,
        "uksouth",
      );
      assert.equal(await checked({ resourceGroupName: "here" }), "uksouth");
      assert.equal(await checked({ resourceGroupName: "here", location: "westeurope" }), "westeurope");
      assert.equal(await checked({ resourceGroupName: unknownValue }), unknownValue);
      assert.equal(await checked({ resourceGroupName: "nowhere" }), undefined);
    } finally {
      await plain.close();
    }
  });

  it("fails to read a role assignment that is gone", async () => {
    const subscription = `/subscriptions/${engine.azure.arm.subscriptionId}`;
    const id = `${subscription}/providers/Microsoft.Authorization/roleAssignments/33333333-3333-4333-8333-333333333333`;
    const request = new messages.ReadRequest().setType("azure-native:authorization:RoleAssignment").setId(id);
    await assert.rejects(
      answer<messages.ReadResponse>((callback) => engine.client.read(request, callback)),
      { details: /^Status=404 Code="[A-Za-z]+" Message=".*33333333-3333-4333-8333-333333333333.*"$/ },
    );
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

  it("reports which changes replace, by property", async () => {
    const properties = (location: string): JsonObject => ({
      resourceGroupName: "one",
      location,
      tags: { a: location },
    });
    const response = await diff(group, properties("westeurope"), properties("northeurope"));
    assert.deepEqual(response.getReplacesList(), ["location"]);
    assert.deepEqual(response.getDiffsList(), ["location", "tags"]);
    assert.equal(response.getDeletebeforereplace(), true);
    const detailed = response.getDetaileddiffMap();
    assert.equal(detailed.getLength(), 2);
    assert.equal(detailed.get("location")?.getKind(), messages.PropertyDiff.Kind.UPDATE_REPLACE);
    assert.equal(detailed.get("tags.a")?.getKind(), messages.PropertyDiff.Kind.UPDATE);
  });

  it("lets a replacement come first where the name is generated, and where nothing replaces", async () => {
    const named = { resourceGroupName: "one", location: "westeurope" };
    const moved = { ...named, location: "northeurope" };
    const generated = { __createBeforeDelete: true };
    assert.equal((await diff(group, named, moved)).getDeletebeforereplace(), true);
    assert.equal((await diff(group, { ...named, ...generated }, moved)).getDeletebeforereplace(), false);
    assert.equal(
      (await diff(group, named, { ...named, ...generated, tags: { a: "b" } })).getDeletebeforereplace(),
      false,
    );
    const same = await diff(group, named, { ...named, ...generated, location: "West Europe" });
    assert.equal(same.getChanges(), messages.DiffResponse.DiffChanges.DIFF_NONE);
  });

  it("reports the paths that replace", async () => {
    const policy = (objectId: string): JsonObject => ({ policy: { objectId, tenantId: "t" } });
    const response = await diff("azure-native:keyvault:AccessPolicy", policy("a"), policy("b"));
    assert.deepEqual(response.getReplacesList(), ["policy.objectId"]);
    assert.deepEqual(response.getDiffsList(), ["policy"]);
  });

  it("refuses by name what it does not know", async () => {
    await assert.rejects(
      create("azure-native:sql:Server", {}),
      /The emulator does not support the resource type "azure-native:sql:Server"\./,
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
