import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { relayDefinition } from "../../../connector";
import { walkActions, type WorkflowDefinition } from "../../../definition";
import { renderDiagram } from "../../../workflows/reference/render-diagram";
import { renderWorkflows } from "../../../workflows/reference/render-workflows";

describe("docs/workflows.md", () => {
  it("is rendered from the definitions (by npm run workflows)", () => {
    const page = readFileSync(join(__dirname, "..", "..", "..", "docs", "workflows.md"), "utf8");
    assert.equal(page, renderWorkflows());
  });
});

describe("A workflow's diagram", () => {
  const definition = relayDefinition({});
  const lines = renderDiagram(definition).split("\n");

  it("has the trigger and every action once", () => {
    const names = ["manual", ...walkActions(definition).map(({ name }) => name)];
    for (const name of names)
      assert.equal(lines.filter((line) => new RegExp(`^ {2}${name}[[({]`).test(line)).length, 1);
  });

  it("shows which branch an action is in, and on which statuses it runs", () => {
    assert.ok(lines.includes("  manual --> Name_is_allowed"));
    assert.ok(lines.includes("  Name_is_allowed -->|true| Set_secret"));
    assert.ok(lines.includes("  Name_is_allowed -->|false| Refuse_name"));
    assert.ok(lines.includes("  Set_secret --> Answer"));
    assert.ok(lines.includes("  Set_secret -.->|Failed, TimedOut| Answer_failure"));
  });

  it("shows loops, and what they repeat", () => {
    const settle = { type: "Compose", runAfter: { Receive: ["Succeeded"] } };
    const each = { type: "Foreach", runAfter: { Map: ["Succeeded"] }, actions: { Settle: { type: "Compose" } } };
    const actions = {
      Process: { type: "Until", actions: { Receive: { type: "Http" }, Map: settle, Each: each } },
      Report: { type: "Compose", runAfter: { Process: ["Failed"] } },
    };
    const triggers = { Recurrence: { type: "Recurrence" } };
    const drawn = renderDiagram({ triggers, actions } as unknown as WorkflowDefinition);
    assert.deepEqual(drawn.split("\n"), [
      "flowchart TD",
      "  Recurrence([Recurrence])",
      "  Process{{Process}}",
      "  Receive[Receive]",
      "  Map[Map]",
      "  Each{{Each}}",
      "  Settle[Settle]",
      "  Report[Report]",
      "  Recurrence --> Process",
      "  Process -->|again until it holds| Receive",
      "  Receive --> Map",
      "  Map --> Each",
      "  Each -->|for each item| Settle",
      "  Process -.->|Failed| Report",
    ]);
  });
});
