import { before, describe } from "mocha";
import type { Stack } from "../../../policy/model";
import { leastConsumer, leastToken } from "../../settings/settings-under-test";
import { programStack } from "../program-stack";
import type { Mutation } from "./mutation";
import { testMutations } from "./mutation";
import { push } from "./change-grants";

const logic = "Microsoft.Logic/workflows/";
const actions = "permissions/0/actions";
const role = "RoleDefinition renew-session";
const workflow = "Workflow consume-accounts";

const mutations: readonly Mutation[] = [
  ["nothing is changed", [], (s) => s],
  [
    "a consumer that may not read runs",
    ["missing-permissions"],
    (s) => s.set(role, actions, [`${logic}triggers/run/action`]),
  ],
  [
    "a consumer that may not run the refresh",
    ["missing-permissions"],
    (s) => s.set(role, actions, [`${logic}runs/read`]),
  ],
  [
    "a consumer without a role at the refresh",
    ["missing-permissions"],
    (s) => s.drop("RoleAssignment consume-accounts-renew-session"),
  ],
  [
    "a consumer that may also disable the refresh",
    ["excess-permissions"],
    (s) => s.change(role, actions, push(`${logic}disable/action`)),
  ],
  [
    "a consumer that no longer reads runs, with the right still there",
    ["excess-permissions"],
    (s) => s.change(workflow, "definition", withoutAction("List_refreshes")),
  ],
];

/** Makes an action of a definition a Compose, wherever it stands. */
function withoutAction(name: string) {
  return (definition: unknown): unknown =>
    JSON.parse(JSON.stringify(definition), (key, value: unknown) =>
      key === name && typeof value === "object" && !Array.isArray(value)
        ? { type: "Compose", inputs: "", runAfter: {} }
        : value,
    );
}

for (const authorizationModel of ["rbac", "accessPolicy"] as const) {
  describe(`A consumer's grants at its refresh, with ${authorizationModel}`, () => {
    let stack: Stack;
    before(async () => {
      stack = await programStack({
        tokens: [leastToken],
        consumers: [leastConsumer],
        alertEmails: ["ops@example.com"],
        authorizationModel,
      });
    });
    testMutations(() => stack, mutations);
  });
}
