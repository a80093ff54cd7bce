import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { firedAlerts } from "../../../emulator/monitor";
import { defaultReadings, readings, type Reading, type Readings } from "../../../emulator/provenance";
import { refreshFaults } from "../../../local/faults";
import { byHttp, byRefreshToken, combinationName, failed } from "../../../local/faults/fault";
import { createFaultStack } from "../../../local/faults/fault-stack";
import { runFault } from "../../../local/faults/run-fault";
import {
  deployControlledStack,
  describeEnd,
  runRefresh,
  type ControlledStack,
} from "../../../local/stack/controlled-stack";
import { leastToken } from "../../stack-configuration";

const needed = Object.values<Reading>(readings).flatMap(({ needs }) => needs ?? []);

/** Deploys a stack under readings, does something with it, and closes it. */
async function under<T>(
  chosen: Partial<Readings>,
  settings: Readonly<Record<string, unknown>>,
  work: (stack: ControlledStack) => Promise<T>,
): Promise<T> {
  const stack = await deployControlledStack(settings, chosen);
  try {
    return await work(stack);
  } finally {
    await stack.azure.close();
  }
}

describe("docs/limits.md", () => {
  it("has a section for each reading that the program needs, and no other", () => {
    const text = readFileSync(join(__dirname, "..", "..", "..", "docs", "limits.md"), "utf8");
    const anchors = [...text.matchAll(/^### (.+)$/gm)].map(([, title = ""]) => title.toLowerCase().replace(/\s/g, "-"));
    assert.deepEqual([...anchors].sort(), needed.map(({ section }) => section).sort());
  });

  it("names needs that are the defaults: no limit is passed over by the tests", () => {
    for (const { default: name, needs } of Object.values<Reading>(readings)) {
      assert.equal(needs?.alternative ?? name, name);
    }
  });
});

describe("A request that arrives twice", () => {
  const twice = { delivery: "twice" } as const;
  const http = { ...leastToken, writePath: "http" };

  it("adds a second version of a token by client credentials, and loses nothing", () =>
    under(twice, { tokens: [http] }, async (stack) => {
      assert.equal(describeEnd(await runRefresh(stack, "crm-token")), "Succeeded");
      assert.equal(stack.azure.keyVault.versions(stack.vaultName, "crm-token").length, 2);
    }));

  it("uses up a refresh token that its server rotates: the refresh ends Failed, for good", () => {
    const token = { ...http, grantType: "refresh_token", refreshTokenSecretName: "crm-refresh-token" };
    return under(twice, { tokens: [token] }, async (stack) => {
      for (let refresh = 0; refresh < 2; refresh += 1) {
        assert.equal(describeEnd(await runRefresh(stack, "crm-token")), "Failed invalid_grant");
      }
      assert.deepEqual(stack.azure.keyVault.versions(stack.vaultName, "crm-token"), []);
    });
  });
});

describe("A role that cannot be assigned at a secret that does not exist", () => {
  const refused = { missingSecretScope: "refused" } as const;

  it("fails the deployment by name", async () => {
    const deployed = under(refused, { tokens: [leastToken] }, () => Promise.resolve());
    await assert.rejects(
      deployed,
      /RoleAssignment.* Code="ResourceNotFound" Message="The scope 'crm-token' of the role/,
    );
  });

  it("is not needed with grantScope vault", () =>
    under(refused, { tokens: [leastToken], grantScope: "vault" }, async (stack) => {
      assert.equal(describeEnd(await runRefresh(stack, "crm-token")), "Succeeded");
    }));
});

describe("An alert window without values that is not evaluated", () => {
  it("lets a recurrence stop without an alert", () => {
    const settings = { tokens: [leastToken], alertEmails: ["team@example.com"] };
    return under({ emptyWindow: "notEvaluated" }, settings, (stack) => {
      const until = new Date(stack.clock.now().getTime() + 24 * 3_600_000);
      assert.deepEqual(firedAlerts(stack.azure, { until }), []);
      const asNeeded = { ...stack.azure, readings: defaultReadings };
      assert.equal(firedAlerts(asNeeded, { until }).length, 1);
      return Promise.resolve();
    });
  });
});

describe("An action that is cancelled within a condition", function () {
  this.timeout(30_000);

  for (const status of ["Cancelled", "Succeeded"] as const) {
    it(`reports a rotated refresh token that was not stored, also where the condition ends ${status}`, async () => {
      const stack = await createFaultStack({
        ...defaultReadings,
        actionTimeoutStatus: "Cancelled",
        cancelledWithin: status,
      });
      try {
        const name = "rotated-refresh-token-throttled-for-two-hours";
        const fault = refreshFaults.find((each) => each.name === name) ?? assert.fail();
        for (const combination of byRefreshToken) {
          const { seen } = await runFault(stack, fault, combination);
          assert.deepEqual(seen, failed("RotatedRefreshTokenNotStored", 1), combinationName(combination));
        }
      } finally {
        await stack.stack.azure.close();
      }
    });

    it(`ends the run ${status} where the condition does: the token stays as it is, and no alert says so`, async () => {
      const stack = await createFaultStack({
        ...defaultReadings,
        actionTimeoutStatus: "Cancelled",
        cancelledWithin: status,
      });
      try {
        const fault =
          refreshFaults.find(({ name }) => name === "vault-write-429-retry-after-two-hours") ?? assert.fail();
        for (const combination of byHttp) {
          const { seen } = await runFault(stack, fault, combination);
          const expected = { run: status, token: "stale", requests: 1, versions: 0, alerts: [] };
          assert.deepEqual(seen, expected, combinationName(combination));
        }
      } finally {
        await stack.stack.azure.close();
      }
    });
  }
});
