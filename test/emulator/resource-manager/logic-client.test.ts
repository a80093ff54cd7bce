import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { LogicManagementClient } from "@azure/arm-logic";
import { loggedIn, type LoggedIn } from "./logged-in";

const definition = {
  $schema: "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
  contentVersion: "1.0.0.0",
  triggers: { Recurrence: { type: "Recurrence", recurrence: { frequency: "Hour", interval: 1 } } },
  actions: {
    End: { type: "Terminate", runAfter: {}, inputs: { runStatus: "Failed", runError: { code: "OfItsOwn" } } },
  },
};

describe("@azure/arm-logic at the emulator", () => {
  let login: LoggedIn;
  let client: LogicManagementClient;
  before(async () => {
    login = await loggedIn();
    const { arm } = login.azure;
    client = new LogicManagementClient(login.credential, arm.subscriptionId, login.options);
    arm.seedResourceGroup(`/subscriptions/${arm.subscriptionId}/resourceGroups/rg`, "westeurope");
  });
  after(() => login.azure.close());

  it("creates a Logic App, runs it now, reads what became of the run, and deletes it", async () => {
    const created = await client.workflows.createOrUpdate("rg", "app", {
      location: "westeurope",
      identity: { type: "SystemAssigned" },
      definition,
    });
    assert.match(created.identity?.principalId ?? "", /^[0-9a-f-]{36}$/);
    assert.deepEqual((await client.workflows.get("rg", "app")).definition, definition);
    await client.workflowTriggers.run("rg", "app", "Recurrence");
    const runs = [];
    for await (const run of client.workflowRuns.list("rg", "app")) runs.push(run);
    assert.deepEqual(
      runs.map(({ status, trigger, code }) => [status, trigger?.name, code]),
      [["Failed", "Recurrence", "OfItsOwn"]],
    );
    const run = await client.workflowRuns.get("rg", "app", runs[0]?.name ?? "");
    assert.ok(run.startTime instanceof Date && run.endTime instanceof Date);
    await client.workflows.delete("rg", "app");
    await assert.rejects(client.workflows.get("rg", "app"), { statusCode: 404, code: "ResourceNotFound" });
  });

  it("lists the runs that started at a time or after it, and before it", async () => {
    await client.workflows.createOrUpdate("rg", "filtered", { location: "westeurope", definition });
    for (let count = 0; count < 2; count++) await client.workflowTriggers.run("rg", "filtered", "Recurrence");
    const startsOf = async (filter?: string): Promise<readonly Date[]> => {
      const starts: Date[] = [];
      const options = filter === undefined ? {} : { filter };
      for await (const { startTime = new Date(0) } of client.workflowRuns.list("rg", "filtered", options)) {
        starts.push(startTime);
      }
      return starts;
    };
    const list = async (filter: string): Promise<number> => (await startsOf(filter)).length;
    const [newest = new Date(0)] = await startsOf();
    const [at = "", later = ""] = [newest, new Date(newest.getTime() + 1)].map((time) => time.toISOString());
    const counts = [`gt ${at}`, `ge ${later}`, `lt ${later}`, `le ${at}`].map((end) => list(`startTime ${end}`));
    assert.deepEqual(await Promise.all(counts), [0, 0, 2, 2]);
    assert.ok((await list(`StartTime ge ${at}`)) >= 1);
    for (const filter of [`startTime ge '${at}'`, `startTime > ${at}`, "startTime ge now", `endTime ge ${at}`]) {
      await assert.rejects(list(filter), {
        statusCode: 400,
        code: "InvalidQueryFilter",
        message: `The provided query filter '${filter}' is not valid or not supported.`,
      });
    }
    for (const filter of ["status eq 'Failed'", `startTime ge ${at} and startTime lt ${later}`]) {
      await assert.rejects(list(filter), { statusCode: 501, code: "ParameterNotServed" });
    }
  });

  it("is told by name what is not there, or not served", async () => {
    await assert.rejects(client.workflowTriggers.run("rg", "none", "Recurrence"), { code: "WorkflowNotFound" });
    await client.workflows.createOrUpdate("rg", "named", { location: "westeurope", definition });
    await assert.rejects(client.workflowRuns.get("rg", "named", "none"), { code: "WorkflowRunNotFound" });
    const runs = client.workflowRuns.list("rg", "named", { top: 0 });
    await assert.rejects(async () => runs.next(), { statusCode: 400, code: "BadRequest" });
    await assert.rejects(client.workflows.disable("rg", "none"), { statusCode: 404 });
  });
});
