import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { invoke, type ArmCall, type SendToArm } from "../../../emulator/azure-native";
import { context } from "./recording-arm";

const never: SendToArm = () => assert.fail("No request was expected.");

describe("Functions of azure-native", () => {
  it("tell who deploys without asking ARM", async () => {
    assert.deepEqual(await invoke(never, context, "azure-native:authorization:getClientConfig", {}), context);
  });

  it("rename the callback URL's API version", async () => {
    const calls: ArmCall[] = [];
    const send: SendToArm = (call) => {
      calls.push(call);
      return Promise.resolve({ status: 200, body: { value: "v", queries: { "api-version": "2016-10-01", sig: "s" } } });
    };
    const token = "azure-native:logic:listWorkflowTriggerCallbackUrl";
    const inputs = { resourceGroupName: "rg", workflowName: "w", triggerName: "manual" };
    assert.deepEqual(await invoke(send, context, token, inputs), {
      value: "v",
      queries: { apiVersion: "2016-10-01", sig: "s" },
    });
    assert.deepEqual(calls, [
      {
        method: "POST",
        path: "/subscriptions/sub/resourceGroups/rg/providers/Microsoft.Logic/workflows/w/triggers/manual/listCallbackUrl",
        apiVersion: "2019-05-01",
        body: {},
      },
    ]);
  });

  it("that are not known are refused by name", async () => {
    const token = "azure-native:storage:listStorageAccountKeys";
    await assert.rejects(
      invoke(never, context, token, {}),
      /The emulator does not support the function "azure-native:storage:listStorageAccountKeys"/,
    );
  });
});
