import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluatePolicies } from "../../../policy/evaluation/evaluate-policies";
import { parseStack } from "../../../policy/inputs";
import type { Stack, StackResource } from "../../../policy/model";
import {
  accessPolicy,
  assignment,
  customRole,
  customRoleId,
  group,
  onVault,
  resource,
  vault,
  vaultId,
  workflow,
} from "./stack-builder";

const recurrence = {
  Recurrence: {
    type: "Recurrence",
    recurrence: { frequency: "Hour", interval: 1 },
    runtimeConfiguration: { concurrency: { runs: 1 } },
  },
};
const refresh = workflow(
  {
    Write: onVault("PUT", "/secrets/access-token", {
      body: { value: "@body('Get_secret')?['value']", attributes: { exp: 1 } },
    }),
  },
  { triggers: recurrence },
);
const criterion = (metricName: string, operator: string) => ({ metricName, operator, threshold: 1 });
const actions = [{ actionGroupId: `${group}/providers/Microsoft.Insights/actionGroups/ops` }];

function metricAlert(name: string, metricName: string, operator: string, rest: object = {}): StackResource {
  return resource("azure-native:monitor:MetricAlert", name, {
    scopes: [group],
    targetResourceType: "Microsoft.Logic/workflows",
    criteria: { allOf: [criterion(metricName, operator)] },
    actions,
    ...rest,
  });
}
function logAlert(query: string, operator: string): StackResource {
  return resource("azure-native:monitor:ScheduledQueryRule", `log ${operator}`, {
    criteria: { allOf: [{ query, operator, threshold: 1 }] },
    actions: { actionGroups: ["ops"] },
  });
}
const failed = (rest: object = {}): StackResource => metricAlert("failed", "RunsFailed", "GreaterThan", rest);
const silent = (rest: object = {}): StackResource => metricAlert("silent", "RunsSucceeded", "LessThan", rest);

/** What is said of the refresh's alerts. */
function said(...alerts: StackResource[]): readonly string[] {
  return evaluatePolicies({ resources: [vault(), accessPolicy("get", "set"), refresh, ...alerts] })
    .findings.filter(({ rule }) => rule === "dependable-refresh")
    .map(({ message }) => message.replace("No alert rule of the stack notifies anybody of ", ""));
}
const both = ["failure.", "absence of success."];

describe("Alert rules on a refresh", () => {
  it("count over its resource group, its subscription, or itself", () => {
    assert.deepEqual(said(failed(), silent()), []);
    const [subscription = ""] = /^\/subscriptions\/[^/]+/.exec(group) ?? [];
    assert.deepEqual(said(failed({ scopes: [subscription] }), silent({ scopes: [`${group.toUpperCase()}/`] })), []);
    assert.deepEqual(said(failed({ scopes: [`${subscription}/resourceGroups/other`] }), silent()), ["failure."]);
    assert.deepEqual(said(failed({ targetResourceType: "Microsoft.Web/sites" }), silent()), ["failure."]);
  });

  it("do not count without an action, or disabled", () => {
    assert.deepEqual(said(failed({ actions: [] }), silent({ actions: [] })), both);
    assert.deepEqual(said(failed({ enabled: false }), silent()), ["failure."]);
  });

  it("count by log query", () => {
    const query = (status: string): string =>
      `AzureDiagnostics | where OperationName has 'workflowRun' and status_s == '${status}'`;
    assert.deepEqual(said(logAlert(query("Failed"), "GreaterThan"), logAlert(query("Succeeded"), "LessThan")), []);
    assert.deepEqual(said(logAlert("Heartbeat | where x == 'Failed'", "GreaterThan")), both);
  });
});

describe("A hostile stack", () => {
  const secret = "Pl4nted-S3cret-Value";
  const withRole = (dataAction: string): Stack => ({
    resources: [
      vault("rbac"),
      workflow({}),
      customRole({ dataActions: [dataAction] }),
      assignment(customRoleId, vaultId),
    ],
  });

  it("is judged in time with a role of many stars", () => {
    const { findings } = evaluatePolicies(withRole(`Microsoft.KeyVault/vaults/secrets/${"*".repeat(10_000)}x`));
    assert.ok(findings.some(({ rule }) => rule === "custom-roles"));
    assert.ok(!findings.some(({ rule }) => rule === "failed-rules"));
  });

  it("may hold a secret whose plaintext is not JSON, which is then unknown and never shown", () => {
    const marked = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", plaintext: secret };
    const state = { urn: vault().urn, type: vault().type, inputs: { ...vault().properties, tags: { a: marked } } };
    const stack = parseStack([state]);
    const { tags } = stack.resources[0]?.properties as { tags: { a: unknown } };
    assert.equal(typeof tags.a, "symbol");
    assert.ok(!JSON.stringify(evaluatePolicies(stack)).includes(secret));
  });

  it("may hold anything where lists and objects belong", () => {
    const odd: unknown[] = [null, 1, "x", [], {}, [null], { a: [{}] }, Symbol("unknown")];
    const types = [
      "azure-native:resources:Deployment",
      "azure-native:resources:Resource",
      "azapi:index:Resource",
      "azure:logicapps:ActionCustom",
      "azure:logicapps:Workflow",
      "azure:keyvault:KeyVault",
      "azure:keyvault:AccessPolicy",
      "azure:authorization:Assignment",
      "azure-native:authorization:RoleDefinition",
      "azure-native:monitor:MetricAlert",
      "azure-native:web:Connection",
      "azure-native:web:CustomApi",
      "azure-native:keyvault:Secret",
      "azure-native:monitor:ScheduledQueryRule",
    ];
    for (const type of types) {
      for (const value of odd) {
        const names =
          "properties body type name tags criteria actions permissions accessPolicies policy scopes logicAppId".split(
            " ",
          );
        const stack = {
          resources: [workflow({}), resource(type, "odd", Object.fromEntries(names.map((name) => [name, value])))],
        };
        const failures = evaluatePolicies(stack).findings.filter(({ rule }) => rule === "failed-rules");
        assert.deepEqual(failures, [], `${type} ${String(value)}`);
      }
    }
  });

  it("may nest templates without end", () => {
    let template: object = { resources: [] };
    for (let depth = 0; depth < 2000; depth += 1) {
      template = { resources: [{ type: "Microsoft.Resources/deployments", properties: { template } }] };
    }
    const { findings } = evaluatePolicies({
      resources: [resource("azure-native:resources:Deployment", "d", { properties: { template } })],
    });
    assert.ok(!findings.some(({ rule }) => rule === "failed-rules"));
  });
});
