import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { writeFlowchart } from "../../../pictures/mermaid";
import { accessChangeFlowchart, accessFlowchart, compareAccess, readAccess, type Access } from "../../../policy/graphs";
import { buildModel, type StackResource } from "../../../policy/model";
import { ourStack } from "../our-stack";
import {
  accessPolicy,
  assignment,
  customRole,
  customRoleId,
  group,
  resource,
  vault,
  vaultId,
  workflow,
} from "../stacks/stack-builder";

/** Access as lines: `Logic App refresh -> Vault vault: get`. */
function accessIn(...resources: readonly StackResource[]): readonly string[] {
  return readAccess(buildModel({ resources })).map(write);
}

function write({ from, to, rights }: Access): string {
  return `${from.kind} ${from.name} -> ${to.kind} ${to.name}: ${rights.join(", ")}`;
}

const secretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
const other = "99999999-1111-4222-8333-444444444444";

describe("Who may do what in a stack", () => {
  it("has the permissions of access policies", () => {
    assert.deepEqual(accessIn(vault(), accessPolicy("get", "Set"), workflow({})), [
      "Logic App refresh -> Vault vault: get, set",
    ]);
  });

  it("has what a role permits, at the secret or the vault that it is assigned at", () => {
    const role = customRole({ dataActions: ["Microsoft.KeyVault/vaults/secrets/setSecret/action"] });
    const grants = [
      assignment(customRoleId, `${vaultId}/secrets/Access-Token`),
      assignment(secretsUser, vaultId),
      assignment(other, group),
    ];
    assert.deepEqual(accessIn(vault("rbac"), role, workflow({}), ...grants), [
      "Logic App refresh -> Secret access-token in vault: set",
      "Logic App refresh -> Vault vault: get, list, Key Vault Secrets User",
      `Logic App refresh -> Scope a resource group, or wider: role ${other}`,
    ]);
  });

  it("has rights on messages and on other Logic Apps", () => {
    const namespace = `${group}/providers/Microsoft.ServiceBus/namespaces/sb-shop/topics/orders/subscriptions/crm`;
    const logicApp = `${group}/providers/Microsoft.Logic/workflows/la-other`;
    const role = customRole({
      actions: ["Microsoft.Logic/workflows/triggers/run/action", "Microsoft.Logic/workflows/runs/read"],
      dataActions: ["Microsoft.ServiceBus/namespaces/messages/receive/action"],
    });
    assert.deepEqual(
      accessIn(role, workflow({}), assignment(customRoleId, namespace), assignment(customRoleId, logicApp)),
      [
        "Logic App refresh -> Service Bus sb-shop/orders/subscriptions/crm: receive, run triggers, read runs",
        "Logic App refresh -> Logic App la-other: receive, run triggers, read runs",
      ],
    );
  });

  it("has the identity that a Logic App runs as, and principals of no resource by their id", () => {
    const identity = resource("azure-native:managedidentity:UserAssignedIdentity", "reader", { principalId: other });
    const runs = workflow({}, {}, { identity: { type: "UserAssigned", userAssignedIdentities: ["/x/y/reader"] } });
    const named = { ...identity, properties: { ...identity.properties, resourceName: "reader" } };
    const policy = resource("azure-native:keyvault:AccessPolicy", "policy", {
      vaultName: "kv-tokens",
      policy: { objectId: other, permissions: { secrets: ["get"], keys: ["sign"] } },
    });
    assert.deepEqual(accessIn(vault(), named, runs, policy, accessPolicy("get")), [
      "Logic App refresh -> Identity reader: runs as",
      "Identity reader -> Vault vault: get, keys: sign",
      "Principal aaaaaaaa-1111-4222-8333-444444444444 -> Vault vault: get",
    ]);
  });

  it("has what is written through a connector, and the Logic App behind it", () => {
    const urnOf = (name: string): string => `urn:pulumi:dev::shop::t::${name}`;
    const resources = ourStack().resources.map((each) => ({
      ...each,
      urn: urnOf(each.urn),
      propertyDependencies: Object.fromEntries(
        Object.entries(each.propertyDependencies).map(([property, urns]) => [property, urns.map(urnOf)]),
      ),
    }));
    const lines = accessIn(...resources);
    assert.deepEqual(
      lines.filter((line) => line.startsWith("Connector")),
      ["Connector connector -> Logic App relay: calls"],
    );
    assert.ok(lines.some((line) => /^Logic App .* -> Connector connector: Set secret$/.test(line)));
  });

  it("says what only the deployment tells", () => {
    const role = resource("azure-native:authorization:RoleAssignment", "grant", {});
    assert.deepEqual(accessIn(role), [
      "Principal known after deployment -> Scope known after deployment: a role known after deployment",
    ]);
  });
});

const access = (name: string, ...rights: readonly string[]): Access => ({
  from: { kind: "Logic App", name },
  to: { kind: "Secret", name: "token in vault" },
  rights,
});

describe("A change of who may do what", () => {
  it("is right by right", () => {
    const { added, removed } = compareAccess(
      [access("a", "get", "set"), access("b", "get"), access("c", "get")],
      [access("a", "get", "delete"), access("b", "get"), access("d", "get")],
    );
    assert.deepEqual(
      [added, removed].map((list) => list.map(write)),
      [
        ["Logic App a -> Secret token in vault: delete", "Logic App d -> Secret token in vault: get"],
        ["Logic App a -> Secret token in vault: set", "Logic App c -> Secret token in vault: get"],
      ],
    );
  });

  it("is drawn with what is removed dashed, each party once", () => {
    const chart = accessChangeFlowchart({ added: [access("a", "delete")], removed: [access("a", "set")] });
    assert.deepEqual(writeFlowchart(chart).split("\n"), [
      "graph LR",
      '  n0["Logic App<br/>a"]',
      '  n1[("Secret<br/>token in vault")]',
      '  n0 -->|"added: delete"| n1',
      '  n0 -.->|"removed: set"| n1',
    ]);
  });

  it("leaves what stays to the graph of all", () => {
    assert.deepEqual(writeFlowchart(accessFlowchart([access("a", "get", "set")])).split("\n"), [
      "graph LR",
      '  n0["Logic App<br/>a"]',
      '  n1[("Secret<br/>token in vault")]',
      '  n0 -->|"get, set"| n1',
    ]);
  });
});
