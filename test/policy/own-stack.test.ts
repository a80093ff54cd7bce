import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluatePolicies } from "../../policy/evaluation/evaluate-policies";
import { leastRefreshToken, leastToken } from "../stack-configuration";
import { programStack } from "./program-stack";

const models = ["rbac", "accessPolicy"] as const;
const identities = ["system", "user"] as const;
const alertEmails = ["ops@example.com"];
const writePaths = ["connector", "http"] as const;

/** What remains to be said of this program's stack, as advice. */
const advice = [
  "run-history-access refresh-crm-token",
  "run-history-access refresh-erp-token",
  "run-history-access set-secret-relay",
  "undecided-places the stack",
  "vault-network secrets",
];

describe("This program's own stack", () => {
  for (const authorizationModel of models) {
    for (const identity of identities) {
      for (const writePath of writePaths) {
        it(`passes with ${authorizationModel}, ${identity} identities and ${writePath}, with no exemption`, async () => {
          const tokens = [leastToken, leastRefreshToken].map((token) => ({ ...token, writePath }));
          const settings = { authorizationModel, identity, tokens, allowedSecretNames: ["webhook-key"], alertEmails };
          const { findings, declaredReasons } = evaluatePolicies(await programStack(settings));
          assert.deepEqual(
            findings.filter(({ level }) => level === "mandatory"),
            [],
          );
          const said = findings.map(({ rule, urn = "::the stack" }) => `${rule} ${urn.split("::").at(-1) ?? ""}`);
          assert.deepEqual([...new Set(said)].sort(), advice);
          assert.deepEqual(
            declaredReasons.map(({ urn }) => urn.split("::").at(-1)),
            ["set-secret-relay"],
          );
        });
      }
    }
  }

  it("is not asked for the expiry of a version that a refresh disables, which writes none", async () => {
    const tokens = [{ ...leastToken, disableSupersededVersions: true }];
    const { findings } = evaluatePolicies(await programStack({ tokens }));
    assert.deepEqual(
      findings.filter(({ rule }) => rule === "secret-expiry"),
      [],
    );
  });
});
