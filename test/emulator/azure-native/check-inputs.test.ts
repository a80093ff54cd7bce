import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { checkInputs, createResource, findResourceType, type CheckedInputs } from "../../../emulator/azure-native";
import { context, recordingArm } from "./recording-arm";

const check = (token: string, inputs: object, name = "app") =>
  checkInputs(findResourceType(token), name, inputs as Record<string, unknown>, context);

const shown = ({ property, reason }: CheckedInputs["problems"][number]): string => `${property}: ${reason}`;

describe("The names that azure-native gives", () => {
  it("are the logical name and 8 hexadecimal digits", () => {
    const { inputs } = check("azure-native:keyvault:Vault", { resourceGroupName: "rg", properties: {} });
    assert.match(String(inputs.vaultName), /^app[0-9a-f]{8}$/);
  });

  it("are UUIDs for role assignments and role definitions", () => {
    const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    const assignment = check("azure-native:authorization:RoleAssignment", { scope: "/s" }).inputs;
    assert.match(String(assignment.roleAssignmentName), uuid);
    const definition = check("azure-native:authorization:RoleDefinition", { scope: "/s" }).inputs;
    assert.match(String(definition.roleDefinitionId), uuid);
  });

  it("stay as they were, generated or given", () => {
    const type = findResourceType("azure-native:logic:Workflow");
    const again = (previous: object): Record<string, unknown> => ({
      ...checkInputs(type, "app", { resourceGroupName: "rg" }, context, { ...previous }).inputs,
    });
    const given = { azureApiVersion: "2019-05-01", resourceGroupName: "rg", workflowName: "app12345678" };
    assert.deepEqual(again(given), given);
    assert.deepEqual(again({ ...given, __createBeforeDelete: true }), { ...given, __createBeforeDelete: true });
  });

  it("are remembered as generated, so that a replacement can come first", () => {
    for (const token of ["azure-native:keyvault:Vault", "azure-native:authorization:RoleAssignment"]) {
      assert.equal(check(token, {}).inputs.__createBeforeDelete, true);
    }
    assert.ok(!("__createBeforeDelete" in check("azure-native:keyvault:Vault", { vaultName: "kv" }).inputs));
    assert.ok(!("__createBeforeDelete" in check("azure-native:keyvault:AccessPolicy", {}).inputs));
  });

  it("fail the check when they break their pattern", () => {
    const { problems } = check("azure-native:keyvault:Vault", {
      properties: {},
      resourceGroupName: "rg",
      vaultName: "a_b",
    });
    assert.deepEqual(problems.map(shown), ["vaultName: 'vaultName' does not match expression '^[a-zA-Z0-9-]{3,24}$'"]);
  });
});

describe("The location that azure-native gives", () => {
  const type = findResourceType("azure-native:logic:Workflow");
  const located = (given: object, previous?: object): unknown =>
    checkInputs(type, "app", { ...given }, { ...context, location: "configured" }, previous && { ...previous }).inputs
      .location;

  it("is the program's, else that of the last deployment, else the configured one", () => {
    assert.equal(located({ location: "given" }, { location: "before" }), "given");
    assert.equal(located({}, { location: "before" }), "before");
    assert.equal(located({}), "configured");
  });

  it("is not for a resource without one", () => {
    assert.ok(!("location" in check("azure-native:authorization:RoleAssignment", { scope: "/s" }).inputs));
  });
});

describe("The inputs that azure-native sends", () => {
  it("are those that it knows, and the others are told by path", () => {
    const { dropped } = check("azure-native:web:CustomApi", {
      resourceGroupName: "rg",
      kind: "x",
      properties: {
        connectionParameters: { api_key: { type: "securestring", uiDefinition: {} } },
        swagger: { anything: true },
      },
    });
    assert.deepEqual(dropped, ["kind", "properties.connectionParameters.api_key.uiDefinition"]);
    const connection = { parameterValueSet: {}, parameterValueType: "Alternative", parameterValues: { api_key: "k" } };
    assert.deepEqual(
      check("azure-native:web:Connection", { resourceGroupName: "rg", kind: "V1", properties: connection }).dropped,
      ["kind", "properties.parameterValueSet", "properties.parameterValueType"],
    );
    const triggers = { sasAuthenticationPolicy: { state: "Disabled" }, allowedCallerIpAddresses: [{ other: 1 }] };
    assert.deepEqual(
      check("azure-native:logic:Workflow", { resourceGroupName: "rg", accessControl: { triggers } }).dropped,
      ["accessControl.triggers.sasAuthenticationPolicy", "accessControl.triggers.allowedCallerIpAddresses[0].other"],
    );
  });

  it("carry untyped values whole, but for null entries of objects", async () => {
    const { send, calls } = recordingArm();
    const type = findResourceType("azure-native:logic:Workflow");
    const inputs = { resourceGroupName: "rg", workflowName: "w", location: "l", definition: { a: null, b: [null, 1] } };
    await createResource(send, context, type, inputs);
    assert.deepEqual(calls[1]?.body, { location: "l", properties: { definition: { b: [null, 1] } } });
  });

  it("have azure-native's defaults", () => {
    const { inputs } = check("azure-native:authorization:RoleAssignment", { scope: "/s" });
    assert.equal(inputs.principalType, "User");
    const said = check("azure-native:authorization:RoleAssignment", { scope: "/s", principalType: "ServicePrincipal" });
    assert.equal(said.inputs.principalType, "ServicePrincipal");
    const vault = check("azure-native:keyvault:Vault", { resourceGroupName: "rg", properties: { tenantId: "t" } });
    assert.deepEqual(vault.inputs.properties, {
      enableRbacAuthorization: false,
      enableSoftDelete: true,
      enabledForDeployment: false,
      enabledForDiskEncryption: false,
      enabledForTemplateDeployment: false,
      publicNetworkAccess: "enabled",
      softDeleteRetentionInDays: 90,
      tenantId: "t",
    });
  });

  it("send the access policies that are there with an update that says none", () => {
    const type = findResourceType("azure-native:keyvault:Vault");
    const policies = [{ objectId: "o" }];
    const sent = (live?: object) =>
      type.write({ properties: { tenantId: "t" } }, "/v", live as Record<string, unknown> | undefined).body?.properties;
    assert.deepEqual(sent(), { accessPolicies: [], tenantId: "t" });
    assert.deepEqual(sent({ properties: { accessPolicies: policies } }), { accessPolicies: policies, tenantId: "t" });
  });

  it("lack nothing that is required, or the check says so", () => {
    assert.deepEqual(
      check("azure-native:keyvault:AccessPolicy", { vaultName: "v" }).problems.map(({ property }) => property),
      ["policy", "resourceGroupName"],
    );
  });
});
