import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { evaluatePolicies } from "../../../policy/evaluation/evaluate-policies";
import type { PackConfiguration } from "../../../policy/evaluation/evaluate-policies";
import type { Stack } from "../../../policy/model";
import { baseStack } from "../mutations/base-stacks";
import { StackEditor } from "../mutations/stack-editor";

const crm = "Workflow refresh-crm-token";
const vault = "Vault secrets";
const elsewhere = "9fb47ba4-5a5e-4af7-8dc9-f358d9d33be4";
const roles = "/subscriptions/0/providers/Microsoft.Authorization/roleDefinitions/";
const secretsUser = `${roles}4633458b-17de-408a-b874-0445c86b69e6`;
const scope = "/subscriptions/0/resourceGroups/shop/providers/Microsoft.KeyVault/vaults/other";

describe("Advice", () => {
  let good: Stack;
  before(async () => {
    good = await baseStack("rbac");
  });

  /** What a rule says of the stack, changed, that it does not say of the stack as it is. */
  const said = (
    rule: string,
    edit: (stack: StackEditor) => unknown,
    configuration: PackConfiguration = {},
  ): string[] => {
    const of = (stack: Stack): string[] =>
      evaluatePolicies(stack, configuration)
        .findings.filter((finding) => finding.rule === rule)
        .map(({ urn = "", message }) => `${urn.split("::").at(-1) ?? ""}: ${message}`);
    const editor = new StackEditor(good);
    edit(editor);
    const before = of(good);
    return of(editor.result()).filter((line) => !before.includes(line));
  };
  const alert =
    (metricName: string, operator: string) =>
    (stack: StackEditor): StackEditor =>
      stack.add(
        "azure-native:monitor:MetricAlert",
        `${metricName}-alert`,
        { enabled: true, criteria: { allOf: [{ metricName, operator, threshold: 0 }] } },
        { scopes: [crm] },
      );

  describe("on a refresh", () => {
    it("asks for one run at a time", () => {
      const edit = (s: StackEditor) => s.remove(crm, "definition/triggers/Recurrence/runtimeConfiguration");
      assert.deepEqual(said("dependable-refresh", edit), [
        'refresh-crm-token: The trigger "Recurrence" can start a run while another one is still running.',
      ]);
      const single = (s: StackEditor) =>
        edit(s).set(crm, "definition/triggers/Recurrence/operationOptions", "SingleInstance");
      assert.deepEqual(said("dependable-refresh", single), []);
    });

    it("asks for few retries", () => {
      const policy = { type: "fixed", count: 90, interval: "PT5S" };
      const edit = (s: StackEditor) => s.set(crm, "definition/actions/Request_token/inputs/retryPolicy", policy);
      assert.deepEqual(said("dependable-refresh", edit), [
        'refresh-crm-token: The action "Request_token" retries more than 10 times.',
      ]);
      assert.deepEqual(said("dependable-refresh", edit, { "dependable-refresh": { maximumRetries: 90 } }), []);
    });

    it("asks that a failure that is handled ends the run Failed", () => {
      const edit = (s: StackEditor) =>
        s.set(crm, "definition/actions/Fail_run", {
          type: "Compose",
          runAfter: { Answer_is_a_token: ["Failed"] },
          inputs: "handled",
        });
      assert.deepEqual(said("dependable-refresh", edit), [
        'refresh-crm-token: After a failure, the run still ends as Succeeded, because "Fail_run" handles it.',
      ]);
    });

    it("is content with an alert on failure and one on the absence of success, enabled", () => {
      const messages = (edit: (s: StackEditor) => unknown): readonly string[] => {
        const editor = new StackEditor(good);
        edit(editor);
        return evaluatePolicies(editor.result())
          .findings.filter(({ rule, urn }) => rule === "dependable-refresh" && urn?.endsWith("refresh-crm-token"))
          .map(({ message }) => message);
      };
      const both = (s: StackEditor) => alert("RunsSucceeded", "LessThan")(alert("RunsFailed", "GreaterThan")(s));
      assert.deepEqual(messages(both), []);
      const off = (s: StackEditor) => both(s).set("MetricAlert RunsFailed-alert", "enabled", false);
      assert.ok(
        messages(off).every((message) => message === "No alert rule of the stack notifies anybody of failure."),
      );
    });
  });

  it("asks for an expiry of secrets, those that workflows write and those of the program", () => {
    const path = "definition/actions/Answer_is_a_token/actions/Set_secret/inputs/body/attributes";
    assert.deepEqual(
      said("secret-expiry", (s) => s.remove(crm, path)),
      ['refresh-crm-token: The action "Set_secret" writes a secret without an expiry.'],
    );
    const secret = (properties: object) => (s: StackEditor) =>
      s.add("azure-native:keyvault:Secret", "key", { properties }, { vaultName: [vault] });
    assert.deepEqual(said("secret-expiry", secret({})), ["key: The secret has no expiry."]);
    assert.deepEqual(said("secret-expiry", secret({ attributes: { expires: 1 } })), []);
  });

  describe("on grants", () => {
    const foreign = (s: StackEditor) =>
      s.add("azure-native:authorization:RoleAssignment", "theirs", {
        principalId: elsewhere,
        roleDefinitionId: secretsUser,
        scope,
      });
    const declared = (permissions: readonly string[]): PackConfiguration => ({
      "traced-grants": { declaredPrincipals: [{ principalId: elsewhere.toUpperCase(), permissions }] },
    });

    it("asks who a stranger is, and compares what a declared one holds", () => {
      assert.deepEqual(said("traced-grants", foreign), [
        "theirs: The grant is for an identity that is neither the stack's nor declared.",
      ]);
      assert.deepEqual(said("traced-grants", foreign, declared(["get", "list"])), []);
      assert.deepEqual(said("traced-grants", foreign, declared(["get"])), [
        "theirs: The declared identity has more permissions than declared: list.",
      ]);
    });

    it("finds the same granted twice", () => {
      const twice = (s: StackEditor) =>
        foreign(s).add("azure-native:authorization:RoleAssignment", "again", {
          principalId: elsewhere,
          roleDefinitionId: secretsUser,
          scope,
        });
      assert.deepEqual(said("traced-grants", twice, declared(["get", "list"])), [
        "again: The same identity already has this permission by another grant.",
      ]);
    });
  });

  it("finds a callback URL in a plain output, and never repeats it", () => {
    const url = "https://prod-12.westeurope.logic.azure.com/workflows/x?sp=y&sig=Zm9vYmFyYmF6";
    const { findings } = evaluatePolicies({ ...good, plainOutputs: { hook: { url } } });
    assert.deepEqual(
      findings.filter(({ rule }) => rule === "callback-url-outputs").map(({ path, message }) => [path, message]),
      [["outputs.hook", 'The output "hook" contains the key of a trigger.']],
    );
    assert.ok(!JSON.stringify(findings).includes("Zm9vYmFyYmF6"));
  });

  it("is content with a vault that has a firewall, and run history for named addresses", () => {
    const shut = new StackEditor(good)
      .set(vault, "properties/networkAcls", { defaultAction: "Deny" })
      .set(crm, "accessControl/contents", { allowedCallerIpAddresses: [{ addressRange: "203.0.113.0/24" }] });
    const findings = evaluatePolicies(shut.result()).findings;
    assert.ok(!findings.some(({ rule }) => rule === "vault-network"));
    assert.ok(!findings.some(({ rule, urn }) => rule === "run-history-access" && urn?.endsWith("refresh-crm-token")));
  });
});
