import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { graphWorkflow } from "../../../pictures";
import { workflowFlowchart, writeFlowchart } from "../../../pictures/mermaid";
import { exampleDefinition } from "../example-definition";

describe("A workflow's flowchart", () => {
  it("has the form of each node, why it runs, and a padlock where run history hides something", () => {
    assert.deepEqual(writeFlowchart(workflowFlowchart(graphWorkflow(exampleDefinition))).split("\n"), [
      "graph TD",
      '  n0(["Recurrence<br/>Recurrence: every hour"])',
      '  n1["Read<br/>Key Vault: Get secret #128274;"]',
      '  n2{{"Each<br/>For each"}}',
      '  n3{"Is_due<br/>Condition"}',
      '  n4["Set_secret<br/>Connector: Set secret #128274;"]',
      '  n5[["Report<br/>Terminate: Failed"]]',
      '  n6{"Route<br/>Switch"}',
      '  n7[["Answer<br/>Response: 200"]]',
      '  n2 -->|"For each item"| n3',
      '  n3 -->|"True"| n4',
      '  n6 -->|"Case EU or US"| n7',
      "  n0 --> n1",
      "  n1 --> n2",
      '  n4 -.->|"Failed, TimedOut"| n5',
      '  n2 -.->|"Failed, Skipped"| n6',
    ]);
  });
});
