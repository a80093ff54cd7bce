import { before, describe } from "mocha";
import type { Stack } from "../../../policy/model";
import { baseStack } from "./base-stacks";
import type { Mutation } from "./mutation";
import { testMutations } from "./mutation";
import type { StackEditor } from "./stack-editor";

const crm = "Workflow refresh-crm-token";
const relay = "Workflow set-secret-relay";
const vault = "Vault secrets";

const request = { type: "Request", kind: "Http", inputs: { schema: {} } };
const ranges = (...addressRanges: readonly string[]): object => ({
  allowedCallerIpAddresses: addressRanges.map((addressRange) => ({ addressRange })),
});
/** The relay, open to callers from some ranges, and without its reason. */
const callers =
  (...addressRanges: readonly string[]) =>
  (stack: StackEditor): unknown =>
    stack.remove(relay, "tags/open-trigger-reason").set(relay, "accessControl/triggers", ranges(...addressRanges));

const openTriggers: readonly Mutation[] = [
  ["a relay without a reason", ["open-triggers"], (s) => s.remove(relay, "tags/open-trigger-reason")],
  ["a reason of spaces", ["open-triggers"], (s) => s.set(relay, "tags/open-trigger-reason", "  ")],
  ["a range of every address", ["open-triggers"], callers("0.0.0.0/0")],
  ["two ranges that are every address together", ["open-triggers"], callers("0.0.0.0/1", "128.0.0.0-255.255.255.255")],
  ["a second trigger, in the refresh", ["open-triggers"], (s) => s.set(crm, "definition/triggers/manual", request)],
  [
    "a policy that asks for no claim",
    ["open-triggers"],
    (s) =>
      s.remove(relay, "tags/open-trigger-reason").set(relay, "accessControl/triggers", {
        openAuthenticationPolicies: { policies: { any: { type: "AAD", claims: [] } } },
      }),
  ],
  ["named ranges instead of a reason", [], callers("203.0.113.0/24")],
  ["no ranges at all, which are other Logic Apps", [], callers()],
  [
    "a policy with a claim instead of a reason",
    [],
    (s) =>
      s.remove(relay, "tags/open-trigger-reason").set(relay, "accessControl/triggers", {
        openAuthenticationPolicies: {
          policies: { ours: { type: "AAD", claims: [{ name: "iss", value: "https://sts.windows.net/t/" }] } },
        },
      }),
  ],
];

/** Declares a secret in the program. */
const secret =
  (properties: object, logicalName = "crm-token") =>
  (stack: StackEditor): unknown =>
    stack.add("azure-native:keyvault:Secret", logicalName, { ...properties }, { vaultName: [vault] });
const value = { properties: { value: Symbol("unknown") } };

const rewrittenSecrets: readonly Mutation[] = [
  ["a secret that is written by http", ["rewritten-secrets"], secret({ secretName: "erp-token", ...value }, "s")],
  [
    "a secret that is written by the relay, in another case",
    ["rewritten-secrets"],
    secret({ secretName: "CRM-Token", ...value }, "s"),
  ],
  ["a secret by its logical name", ["rewritten-secrets"], secret(value)],
  [
    "a refresh token that is rotated",
    ["rewritten-secrets"],
    secret({ secretName: "erp-refresh-token", ...value }, "s"),
  ],
  [
    "a secret whose name is not known yet",
    ["rewritten-secrets"],
    secret({ secretName: Symbol("unknown"), ...value }, "s"),
  ],
  ["a secret that is only read", [], secret({ secretName: "crm-client-secret", ...value }, "s")],
  [
    "a secret of another vault",
    [],
    (s) => s.add("azure-native:keyvault:Secret", "crm-token", { vaultName: "other", ...value }),
  ],
  ["a secret without a value", [], secret({ properties: {} })],
];

const vaultRecovery: readonly Mutation[] = [
  ["no purge protection", ["vault-recovery"], (s) => s.set(vault, "properties/enablePurgeProtection", false)],
  ["purge protection left out", ["vault-recovery"], (s) => s.remove(vault, "properties/enablePurgeProtection")],
  ["no soft delete", ["vault-recovery"], (s) => s.set(vault, "properties/enableSoftDelete", false)],
  ["too short a retention", ["vault-recovery"], (s) => s.set(vault, "properties/softDeleteRetentionInDays", 6)],
  [
    "another vault without purge protection",
    ["vault-recovery"],
    (s) => s.add("azure-native:keyvault:Vault", "v", { properties: { enableRbacAuthorization: true } }),
  ],
  ["soft delete left out, which is on", [], (s) => s.remove(vault, "properties/enableSoftDelete")],
  ["the shortest retention", [], (s) => s.set(vault, "properties/softDeleteRetentionInDays", 7)],
];

/** What only shows when scopes are known. */
const deployed: readonly Mutation[] = [
  [
    "a role that may only get where get and set are needed",
    ["missing-permissions"],
    (s) =>
      s.set("RoleDefinition secrets-getSecret-setSecret", "permissions/0/dataActions", [
        "Microsoft.KeyVault/vaults/secrets/getSecret/action",
      ]),
  ],
  [
    "a role that may get and set, at the client's secret",
    ["excess-permissions", "missing-permissions"],
    (s) =>
      s.change("RoleAssignment refresh-erp-token-get-set-erp-refresh-token", "scope", (scope: string) =>
        scope.replace("erp-refresh-token", "erp-client-secret"),
      ),
  ],
  ["nothing", [], (s) => s],
];

describe("The policy pack on triggers, secrets and vaults", () => {
  let preview: Stack = { resources: [] };
  let afterwards: Stack = { resources: [] };
  before(async () => {
    preview = await baseStack("rbac");
    afterwards = await baseStack("rbac", { preview: false });
  });
  for (const [name, mutations] of Object.entries({ openTriggers, rewrittenSecrets, vaultRecovery })) {
    describe(name, () => {
      testMutations(() => preview, mutations);
    });
  }
  describe("after deployment", () => {
    testMutations(() => afterwards, deployed);
  });
});
