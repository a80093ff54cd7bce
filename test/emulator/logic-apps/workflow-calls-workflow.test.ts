import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ControlledClock } from "../../../emulator/clock";
import { createLogicApps, type ConnectorConnection } from "../../../emulator/logic-apps";
import { createNetwork } from "../../../emulator/network";
import { noon, workflow, workflowId } from "./workflow-bench";

describe("a workflow that calls another through a connector", () => {
  it("gets its answer, and both runs share the correlation id", async () => {
    const network = await createNetwork();
    const connections = new Map<string, ConnectorConnection>();
    const logicApps = createLogicApps({
      network,
      clock: new ControlledClock(noon),
      entra: { tenantId: "t", issueToken: () => Promise.resolve(""), verifyToken: () => Promise.resolve(undefined) },
      connection: (id) => connections.get(id),
    });
    const relayId = `${workflowId}-relay`;
    const inputs = { method: "PUT", relativePath: "secrets/{name}" };
    const name = "@triggerOutputs()['relativePathParameters']['name']";
    const answer = { type: "Response", runAfter: {}, inputs: { statusCode: 200, body: { name } } };
    const trigger = { type: "Request", kind: "Http", inputs };
    logicApps.putWorkflow({ ...workflow({ actions: { Answer: answer }, trigger }), id: relayId });
    const { basePath, queries } = logicApps.callbackUrl(relayId, "trigger");
    const { sig, ...constants } = queries;
    connections.set("c1", {
      connectionId: "c1",
      connectorId: "a1",
      swagger: { paths: { "/secrets/{secret-name}": { put: {} } } },
      serviceUrl: basePath.replace(":443", ""),
      apiKey: { in: "query", name: "sig", value: sig },
    });
    const call = {
      type: "ApiConnection",
      runAfter: {},
      inputs: {
        host: { connection: { name: "c1" } },
        method: "put",
        path: "/secrets/a%20b",
        queries: constants,
        body: {},
      },
    };
    logicApps.putWorkflow(workflow({ actions: { Set: call } }));

    const run = await logicApps.runTrigger(workflowId, "trigger");
    await network.close();

    assert.deepEqual((run.actions[0]?.outputs as { body: unknown }).body, { name: "a b" });
    const [relayed] = logicApps.runs(relayId);
    assert.equal(relayed?.correlationId, run.id);
    assert.notEqual(relayed.id, run.id);
    assert.equal(logicApps.billableActions(run) + logicApps.billableActions(relayed), 4);
  });
});
