import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkAlertRules } from "../../../verify/checks/alert-rules";
import { evaluateStatuses } from "../../../verify/checks/connection-status";
import { datesOf, evaluateGrants } from "../../../verify/checks/grants";
import { readRecurrence } from "../../../verify/checks/read-recurrence";
import { checkAuthorizationModel } from "../../../verify/checks/authorization-model";
import { ResourceManagerError, type ArmClient } from "../../../verify/azure/arm-client";

const summary = ({ status, seen }: { status: string; seen: string }) => `${status}: ${seen}`;

describe("A connection", () => {
  for (const [statuses, expected] of [
    [[{ status: "Connected" }], "passed: Connected"],
    [[], "failed: has no status"],
    [
      [{ status: "Error", target: "api_key", error: { code: "ConfigurationNeeded" } }],
      "failed: Error on 'api_key': ConfigurationNeeded",
    ],
    [[{ status: "Connected" }, { status: "Error", error: { code: "Unauthorized" } }], "failed: Error: Unauthorized"],
  ] as const) {
    it(expected, () => {
      assert.equal(summary(evaluateStatuses("c", statuses)), expected);
    });
  }
});

describe("A vault's model", () => {
  it("is what the grants of the stack are for", () => {
    assert.equal(summary(checkAuthorizationModel({ name: "kv", model: "rbac" }, "rbac")), "passed: Azure RBAC");
    assert.equal(
      summary(checkAuthorizationModel({ name: "kv", model: "rbac" }, "accessPolicy")),
      "failed: Azure RBAC, where the stack says access policies",
    );
  });
});

describe("Grants", () => {
  const vault = {
    id: "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv",
    model: "rbac",
  } as const;
  const needed = [{ secretName: "a", permissions: ["get", "set"] as const, dataActions: ["read", "write"] }];
  const grant = (scope: string, ...actions: string[]) => ({
    scope,
    allows: ({ dataAction }: { dataAction: string }) => actions.includes(dataAction),
  });

  it("hold since the oldest one that permits each operation, whatever else was assigned later", () => {
    const since = (day: string): Date => new Date(`2026-11-${day}T00:00:00Z`);
    const held = [
      { ...grant(vault.id, "read"), since: since("03") },
      { ...grant(vault.id, "read"), since: since("20") },
      { ...grant(`${vault.id}/secrets/a`, "write"), since: since("05") },
      { ...grant(`${vault.id}/secrets/b`, "write"), since: since("25") },
      { ...grant(vault.id, "list"), since: since("28") },
    ];
    assert.deepEqual(datesOf(vault, needed, held), [since("03"), since("05")]);
  });

  for (const [what, grants, expected] of [
    [
      "at the secret",
      [grant(`${vault.id}/secrets/A`, "read", "write")],
      "passed: holds what its definition needs on 'a'",
    ],
    [
      "at the vault",
      [grant(vault.id.toUpperCase(), "read", "write")],
      "passed: holds what its definition needs on 'a'",
    ],
    [
      "at the group, by two roles",
      [grant("/subscriptions/s", "read"), grant(vault.id, "write")],
      "passed: holds what its definition needs on 'a'",
    ],
    [
      "at another secret",
      [grant(`${vault.id}/secrets/ab`, "read", "write")],
      "failed: lacks read on 'a', write on 'a'",
    ],
    ["for less", [grant(vault.id, "read")], "failed: lacks write on 'a'"],
  ] as const) {
    it(`${what}: ${expected}`, () => {
      assert.equal(summary(evaluateGrants("app", vault, needed, grants, { cause: "", fix: "" })), expected);
    });
  }
});

describe("A Logic App's schedule", () => {
  const of = (recurrence: object, isEnabled = true) =>
    readRecurrence(
      { name: "app", isEnabled, definition: { triggers: { Every: { type: "Recurrence", recurrence } } } },
      "schedule",
    );

  it("is known in minutes", () => {
    assert.deepEqual(of({ frequency: "Hour", interval: 2 }), { triggerName: "Every", intervalMinutes: 120 });
    assert.deepEqual(of({ frequency: "Minute", interval: 45 }), { triggerName: "Every", intervalMinutes: 45 });
  });

  it("fails where the Logic App is disabled, or has none", () => {
    const seen = (found: ReturnType<typeof of>) => ("failure" in found ? found.failure.seen : undefined);
    assert.equal(seen(of({ frequency: "Hour", interval: 2 }, false)), "the Logic App is disabled");
    assert.equal(seen(of({ frequency: "Eon", interval: 2 })), "the Logic App has no schedule");
    const withoutTrigger = readRecurrence({ name: "a", isEnabled: true, definition: {} }, "schedule");
    assert.equal(seen(withoutTrigger), "the Logic App has no schedule");
  });
});

describe("Alert rules", () => {
  const id = (name: string) => `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Insights/metricAlerts/${name}`;
  const azure: Pick<ArmClient, "get"> = {
    get: (path) => {
      if (path.endsWith("gone"))
        return Promise.reject(new ResourceManagerError(`GET ${path}`, 404, "ResourceNotFound", ""));
      return Promise.resolve({ properties: { enabled: path.endsWith("on"), severity: 1 } });
    },
  };

  it("are enabled, each of them, or it is said which are not", async () => {
    const results = await checkAlertRules(azure, ["on", "off", "gone"].map(id));
    assert.deepEqual(
      results.map((result) => `${result.subject} ${summary(result)}`),
      [
        "on passed: enabled, severity 1",
        "off failed: is disabled",
        `gone failed: Azure answered 404 ResourceNotFound to GET ${id("gone")}`,
      ],
    );
  });

  it("are asked for in the API version of their type", async () => {
    const asked: string[] = [];
    const recording: typeof azure = {
      get: (path, apiVersion) => {
        asked.push(apiVersion);
        return azure.get(path, apiVersion);
      },
    };
    const logRule = id("on").replace("metricAlerts", "scheduledQueryRules");
    assert.deepEqual((await checkAlertRules(recording, [id("on"), logRule])).map(summary), [
      "passed: enabled, severity 1",
      "passed: enabled, severity 1",
    ]);
    assert.deepEqual(asked, ["2018-03-01", "2025-01-01-preview"]);
  });

  it("are noted where the stack has none", async () => {
    assert.deepEqual((await checkAlertRules(azure, [])).map(summary), ["noted: has none"]);
  });
});
