import {
  accessPolicy,
  assignment,
  http,
  managedIdentity,
  onVault,
  principalId,
  readingStack,
  resource,
  vault,
  vaultId,
  vaultUrl,
  workflow,
} from "../../stacks/stack-builder";
import { azure, keyVaultDocs, logicAppsDocs, posts, thread } from "../addresses";
import { builtIn, granted, role, reading } from "../granted-stacks";
import type { CasesByKind } from "../reported-case";

const privileged = ["privileged-roles"];

/** Whose grants count, and what a workflow needs. */
export const identities = {
  principal: [
    role(
      "eligible-owner",
      "an eligible Owner, by Privileged Identity Management",
      azure.eligibleRoles,
      "owner",
      vaultId,
      privileged,
      "PimRoleEligibilitySchedule",
    ),
    role(
      "activated-contributor",
      "Contributor by a schedule request, which activates it",
      azure.activatedRoles,
      "contributor",
      vaultId,
      privileged,
      "RoleAssignmentScheduleRequest",
    ),
    {
      id: "imported-assignment",
      what: "an assignment of Owner that was imported, so that only its id tells whose it is",
      source: thread("pulumi/pulumi-azure/issues/1099"),
      rules: privileged,
      stack: granted(
        resource("azure-native:authorization:RoleAssignment", "imported", {
          principalId,
          roleDefinitionId: builtIn.owner,
          scope: vaultId,
        }),
      ),
    },
    {
      id: "assignment-of-somebody-else",
      what: "an eligible Owner that is no workload of the stack",
      source: azure.eligibleRoles,
      rules: [],
      stack: granted(
        resource("azure-native:authorization:PimRoleEligibilitySchedule", "person", {
          principalId: "99999999-1111-4222-8333-444444444444",
          roleDefinitionId: builtIn.owner,
          scope: vaultId,
        }),
      ),
    },
  ],
  needs: [
    {
      id: "get-and-list",
      what: "get and list, where the tutorial's workflow only gets",
      source: posts.getAndList,
      rules: ["excess-permissions"],
      stack: reading("get", "list"),
    },
    {
      id: "get-only",
      what: "get, which is what a workflow that reads needs",
      source: posts.requestBin,
      rules: [],
      stack: reading("get"),
    },
    {
      id: "reader-role-for-values",
      what: "Key Vault Reader, which reads no values, for a workflow that reads one",
      source: keyVaultDocs.roles,
      rules: ["excess-permissions", "missing-permissions"],
      stack: { resources: [vault("rbac"), workflow({}), assignment(builtIn.keyVaultReader, vaultId)] },
    },
    {
      id: "set-for-a-refresh",
      what: "get and set, for a workflow that renews its token",
      source: posts.refreshByParseJson,
      rules: [],
      stack: {
        resources: [
          vault(),
          accessPolicy("get", "set"),
          workflow({
            Set: onVault("PUT", "/secrets/access-token", {
              body: { value: "@body('Get_secret')?['value']", attributes: { exp: 1 } },
            }),
          }),
        ],
      },
    },
    {
      id: "set-without-the-grant",
      what: "the same with get only, which the vault answers with 403",
      source: posts.refreshByParseJson,
      rules: ["missing-permissions"],
      stack: {
        resources: [
          vault(),
          accessPolicy("get"),
          workflow({
            Set: onVault("PUT", "/secrets/access-token", {
              body: { value: "@body('Get_secret')?['value']", attributes: { exp: 1 } },
            }),
          }),
        ],
      },
    },
  ],
  "cross-stack": [
    {
      id: "vault-of-the-customer",
      what: "a vault that exists before the playbook is deployed, where its owner grants access",
      source: thread("Azure/Azure-Sentinel/pull/6486"),
      rules: [],
      stack: { resources: [workflow({})] },
    },
    {
      id: "vault-of-the-customer-in-the-open",
      what: "the same vault, read in the open",
      source: thread("Azure/Azure-Sentinel/pull/6486"),
      rules: ["hidden-tokens"],
      stack: {
        resources: [
          workflow({
            Read: http(
              "GET",
              `${vaultUrl}/secrets/api-key`,
              { authentication: managedIdentity },
              { runtimeConfiguration: {} },
            ),
          }),
        ],
      },
    },
  ],
  "dead-code": [
    {
      id: "branch-that-never-runs-shows-it",
      what: "a branch of a condition that is never true, which shows the secret once somebody edits the condition",
      source: logicAppsDocs.actions,
      rules: ["hidden-tokens"],
      stack: readingStack({
        Never: {
          type: "If",
          expression: { and: [{ equals: [1, 2] }] },
          actions: { Show: { type: "Compose", inputs: "@body('Get_secret')?['value']" } },
        },
      }),
    },
    {
      id: "branch-that-never-runs",
      what: "a branch of a condition that is never true, which shows the secret's id",
      source: logicAppsDocs.actions,
      rules: [],
      stack: readingStack({
        Never: {
          type: "If",
          expression: { and: [{ equals: [1, 2] }] },
          actions: { Show: { type: "Compose", inputs: "@body('Get_secret')?['id']" } },
        },
      }),
    },
  ],
} satisfies CasesByKind;
