import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluatePolicies } from "../../../../policy/evaluation/evaluate-policies";
import { unknown, type Stack } from "../../../../policy/model";
import {
  customGrant,
  grant,
  onManagement,
  otherWorkflow,
  otherWorkflowId,
  runAction,
  runOther,
} from "./message-stacks";
import type { StackCase } from "../stack-builder";
import { accessPolicy, group, testStacks, vault, workflow } from "../stack-builder";

const missing = ["missing-permissions"];
const excess = ["excess-permissions"];

function stack(actions: object, ...more: Stack["resources"]): Stack {
  return { resources: [vault(), accessPolicy("get"), workflow(actions), otherWorkflow, ...more] };
}
const runs = { Run: runOther };
const runner = (scope: string, actions: readonly string[] = [runAction]) => customGrant({ actions }, scope);
const disable = { Disable: onManagement("POST", `${otherWorkflowId}/disable`) };

const readRuns = { List: onManagement("GET", `${otherWorkflowId}/runs`) };
const readAction = "Microsoft.Logic/workflows/runs/read";
const reads = (scope: string, ...actions: readonly string[]) => runner(scope, [readAction, ...actions]);

/** Runs a workflow whose id is a parameter that is known only after deployment, and reads its runs. */
const byParameter = {
  ...workflow(
    {
      Run: onManagement("POST", "/@{parameters('other')}/triggers/Recurrence/run"),
      List: onManagement("GET", "/@{parameters('other')}/runs"),
    },
    { parameters: { other: { type: "String" } } },
    { parameters: { other: { value: unknown } } },
  ),
  propertyDependencies: { parameters: [otherWorkflow.urn] },
};
const parameterStack = (...more: Stack["resources"]): Stack => ({
  resources: [vault(), accessPolicy("get"), byParameter, otherWorkflow, ...more],
});

const cases: readonly StackCase[] = [
  ["without a grant", missing, stack(runs)],
  ["by a custom role at that workflow", [], stack(runs, ...runner(otherWorkflowId))],
  [
    "by Logic App Operator, which cannot",
    [...missing, ...excess],
    stack(runs, grant("logicAppOperator", otherWorkflowId)),
  ],
  ["by Logic App Contributor", ["privileged-roles"], stack(runs, grant("logicAppContributor", otherWorkflowId))],
  ["by a custom role at the group", ["wide-scopes"], stack(runs, ...runner(group))],
  ["by a custom role at another workflow", [...missing, ...excess], stack(runs, ...runner(`${otherWorkflowId}-2`))],
  [
    "by a custom role that may do more",
    excess,
    stack(runs, ...runner(otherWorkflowId, [runAction, "Microsoft.Logic/workflows/disable/action"])),
  ],
  [
    "by a custom role that reads besides",
    [],
    stack(runs, ...runner(otherWorkflowId, [runAction, "Microsoft.Logic/workflows/read"])),
  ],
  ["of another stack", [], { resources: [vault(), accessPolicy("get"), workflow(runs)] }],
  ["by a parameter that is not known yet, without a grant", missing, parameterStack()],
  ["by a parameter that is not known yet", [], parameterStack(...reads(otherWorkflowId, runAction))],
  [
    "by a parameter that is not known yet, without the right to read its runs",
    missing,
    parameterStack(...runner(otherWorkflowId)),
  ],
  [
    "by a parameter that is not known yet, with a right that is not used",
    excess,
    parameterStack(...reads(otherWorkflowId, runAction, "Microsoft.Logic/workflows/disable/action")),
  ],
  ["whose runs are read without a grant", missing, stack(readRuns)],
  ["whose runs are read", [], stack(readRuns, ...reads(otherWorkflowId))],
  ["whose runs are read, by Reader at the group", [], stack(readRuns, grant("reader", group))],
  [
    "whose runs are read, by a custom role that reads all that Logic Apps have",
    ["custom-roles"],
    stack(readRuns, ...runner(otherWorkflowId, ["Microsoft.Logic/*/read"])),
  ],
  ["whose runs may be read and are not", excess, stack(runs, ...reads(otherWorkflowId, runAction))],
  ["with a right that is not used", excess, stack({}, ...runner(otherWorkflowId))],
  ["disabled by Logic App Operator, the smallest role", [], stack(disable, grant("logicAppOperator", otherWorkflowId))],
  ["disabled without a grant", missing, stack(disable)],
  [
    "with a right that a call may use of which only the run tells what it is",
    [],
    stack({ Call: onManagement("POST", "/@{body('Get_secret')?['id']}") }, ...runner(otherWorkflowId)),
  ],
  [
    "of which only the run tells which, by a role at the group",
    [],
    stack({ Run: onManagement("POST", "/@{body('Get_secret')?['id']}/triggers/a/run") }, ...runner(group)),
  ],
];

describe("A run of another workflow", () => {
  testStacks(cases);

  it("is reported with the smallest role", () => {
    const [finding] = evaluatePolicies(stack(runs)).findings.filter(({ rule }) => rule === "missing-permissions");
    assert.equal(finding?.path, "definition.actions.Run");
    assert.equal(finding.message, `The action "Run" needs ${runAction} at another Logic App, and is not granted it.`);
    assert.equal(
      finding.remediation,
      "Assign a custom role with it at that Logic App. Logic App Operator does not have it.",
    );
  });
});
