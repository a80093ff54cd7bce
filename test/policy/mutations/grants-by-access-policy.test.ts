import { before, describe } from "mocha";
import type { Stack } from "../../../policy/model";
import { baseStack } from "./base-stacks";
import type { Mutation } from "./mutation";
import { testMutations } from "./mutation";
import { assign, push } from "./change-grants";

const policy = "AccessPolicy refresh-crm-token";
const secrets = "policy/permissions/secrets";

const byPolicy: readonly Mutation[] = [
  ["a policy with list besides", ["excess-permissions"], (s) => s.change(policy, secrets, push("list"))],
  ["a policy in capitals, with Set besides", ["excess-permissions"], (s) => s.set(policy, secrets, ["GET", "Set"])],
  [
    "a policy for nothing that the workflow does",
    ["excess-permissions", "missing-permissions"],
    (s) => s.set(policy, secrets, ["list"]),
  ],
  ["a workflow without its policy", ["missing-permissions"], (s) => s.drop(policy)],
  ["an empty policy", ["missing-permissions"], (s) => s.set(policy, secrets, [])],
  [
    "a policy on keys instead",
    ["destructive-permissions", "missing-permissions"],
    (s) => s.set(policy, "policy/permissions", { keys: ["get"] }),
  ],
  ["a policy with all", ["destructive-permissions", "excess-permissions"], (s) => s.set(policy, secrets, ["all"])],
  [
    "a policy with recover besides",
    ["destructive-permissions", "excess-permissions"],
    (s) => s.change(policy, secrets, push("recover")),
  ],
  [
    "a policy with certificates besides",
    ["destructive-permissions"],
    (s) => s.set(policy, "policy/permissions/certificates", ["list"]),
  ],
  [
    "a policy with storage besides",
    ["destructive-permissions"],
    (s) => s.set(policy, "policy/permissions/storage", ["get"]),
  ],
  [
    "a vault that is changed to roles",
    ["authorization-model", "missing-permissions"],
    (s) => s.set("Vault secrets", "properties/enableRbacAuthorization", true),
  ],
  [
    "a role on a vault of policies",
    ["authorization-model", "excess-permissions"],
    assign("refresh-crm-token", "4633458b-17de-408a-b874-0445c86b69e6"),
  ],
  [
    "Owner of a vault of policies",
    ["privileged-roles"],
    assign("refresh-crm-token", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"),
  ],
  ["a policy in capitals", [], (s) => s.set(policy, secrets, ["GET"])],
  ["a policy with empty lists besides", [], (s) => s.set(policy, "policy/permissions/keys", [])],
];

describe("The policy pack on grants by access policies", () => {
  let stack: Stack = { resources: [] };
  before(async () => {
    stack = await baseStack("accessPolicy");
  });
  testMutations(() => stack, byPolicy);
});
