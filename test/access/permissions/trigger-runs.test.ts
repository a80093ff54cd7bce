import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Requirements } from "../../../access/permissions";
import { deriveRequirements } from "../../../access/permissions";

const id = "/subscriptions/1/resourceGroups/g/providers/Microsoft.Logic/workflows/refresh";
const management = "https://management.azure.com";

function derived(method: string, uri: string, values?: Record<string, unknown>, audience?: string): Requirements {
  const authentication = { type: "ManagedServiceIdentity", ...(audience === undefined ? {} : { audience }) };
  return deriveRequirements({ actions: { Call: { type: "Http", inputs: { method, uri, authentication } } } }, values);
}

describe("Runs of other workflows' triggers", () => {
  it("reads the workflow and the trigger from the address", () => {
    const { triggerRuns, resourceManagerCalls } = derived("POST", `${management}${id}/triggers/Recurrence/run?a=b`);
    assert.deepEqual(triggerRuns, [{ action: "Call", workflow: { id }, trigger: "Recurrence" }]);
    assert.deepEqual(resourceManagerCalls, []);
  });

  it("follows a parameter that holds the workflow's id, and names it where its value is not known", () => {
    const uri = `${management}/@{parameters('refreshWorkflowId')}/triggers/Recurrence/run?api-version=2019-05-01`;
    assert.deepEqual(derived("POST", uri, { refreshWorkflowId: id.slice(1) }).triggerRuns, [
      { action: "Call", workflow: { id }, trigger: "Recurrence" },
    ]);
    assert.deepEqual(derived("POST", uri).triggerRuns, [
      { action: "Call", workflow: { parameter: "refreshWorkflowId" }, trigger: "Recurrence" },
    ]);
  });

  it("leaves open what only the run tells", () => {
    const uri = `${management}@{triggerBody()}/triggers/@{body('a')}/run`;
    assert.deepEqual(derived("POST", uri).triggerRuns, [{ action: "Call", workflow: "unknown" }]);
    const open = "@{triggerBody()}/triggers/Recurrence/run";
    assert.deepEqual(derived("POST", open, {}, management).triggerRuns, [
      { action: "Call", workflow: "unknown", trigger: "Recurrence" },
    ]);
    assert.deepEqual(derived("POST", open, {}, "https://api.example.com").triggerRuns, []);
  });

  it("takes no other method, no other type, and no other host for a run", () => {
    assert.deepEqual(derived("GET", `${management}${id}/triggers/Recurrence/run`).triggerRuns, []);
    const site = "/subscriptions/1/resourceGroups/g/providers/Microsoft.Web/sites/s/triggers/a/run";
    assert.deepEqual(derived("POST", `${management}${site}`).triggerRuns, []);
    assert.deepEqual(derived("POST", `https://example.com${id}/triggers/Recurrence/run`), derived("POST", "https://a"));
  });
});

describe("Other calls of Azure Resource Manager", () => {
  for (const [method, path, permission, of] of [
    ["POST", `${id}/disable`, "Microsoft.Logic/workflows/disable/action", id],
    [
      "POST",
      `${id}/triggers/a/listCallbackUrl`,
      "Microsoft.Logic/workflows/triggers/listCallbackUrl/action",
      `${id}/triggers/a`,
    ],
    ["GET", `${id}/runs`, "Microsoft.Logic/workflows/runs/read", `${id}/runs`],
    ["PATCH", id, "Microsoft.Logic/workflows/write", id],
    ["DELETE", id, "Microsoft.Logic/workflows/delete", id],
  ] as const) {
    it(`knows what ${method} of …${path.slice(id.length)} needs`, () => {
      const { resourceManagerCalls } = derived(method, `${management}${path}?api-version=2019-05-01`);
      assert.deepEqual(resourceManagerCalls, [{ action: "Call", permission, id: of }]);
    });
  }

  it("follows a parameter that holds the ID of the workflow whose runs are read", () => {
    const permission = "Microsoft.Logic/workflows/runs/read";
    const uri = `${management}/@{parameters('refreshWorkflowId')}/runs?api-version=2019-05-01&$top=1`;
    assert.deepEqual(derived("GET", uri, { refreshWorkflowId: id.slice(1) }).resourceManagerCalls, [
      { action: "Call", permission, id: `${id}/runs` },
    ]);
    assert.deepEqual(derived("GET", uri).resourceManagerCalls, [
      { action: "Call", permission, workflow: { parameter: "refreshWorkflowId" } },
    ]);
    assert.deepEqual(derived("POST", uri).resourceManagerCalls, [{ action: "Call" }]);
    assert.deepEqual(
      derived("GET", uri.replace("parameters('refreshWorkflowId')", "triggerBody()")).resourceManagerCalls,
      [{ action: "Call" }],
    );
  });

  it("says that there is one where only the run tells which", () => {
    const { resourceManagerCalls } = derived("POST", `${management}@{triggerBody()}/disable`);
    assert.deepEqual(resourceManagerCalls, [{ action: "Call" }]);
  });
});
