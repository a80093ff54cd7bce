import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluatePolicies } from "../../policy/evaluation/evaluate-policies";
import { consumersOfBothKinds as consumers } from "../consumers-of-both-kinds";
import { leastToken } from "../stack-configuration";
import { programStack } from "./program-stack";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
const roles = `${subscription}/providers/Microsoft.Authorization/roleDefinitions`;
const receive = `${roles}/11111111-1111-1111-1111-111111111111`;
const get = `${roles}/22222222-2222-2222-2222-222222222222`;

const rbac = { authorizationModel: "rbac" };
const accessPolicy = { authorizationModel: "accessPolicy" };
const grants: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "roles at secrets": rbac,
  "roles at the vault": { ...rbac, grantScope: "vault" },
  "existing roles at secrets": { ...rbac, existingRoleIds: { receive, get } },
  "existing roles at the vault": { ...rbac, grantScope: "vault", existingRoleIds: { receive, get } },
  "access policies": accessPolicy,
  "access policies and an existing role for messages": { ...accessPolicy, existingRoleIds: { receive } },
};

/** What remains to be said of this program's stack, as advice. */
const advice = [
  "run-history-access consume-accounts",
  "run-history-access consume-contacts",
  "run-history-access refresh-crm-token",
  "run-history-access set-secret-relay",
  "undecided-places the stack",
  "vault-network secrets",
];

describe("This program's own stack with consumers of a created and of an existing subscription", () => {
  for (const [what, granted] of Object.entries(grants)) {
    for (const identity of ["system", "user"]) {
      it(`passes with ${identity} identities and ${what}, with no exemption`, async () => {
        const tokens = [{ ...leastToken, instanceUrl: "tag" }];
        const settings = { ...granted, identity, tokens, consumers, alertEmails: ["ops@example.com"] };
        const { findings, declaredReasons } = evaluatePolicies(await programStack(settings));
        assert.deepEqual(
          findings.filter(({ level }) => level === "mandatory"),
          [],
        );
        const said = findings
          // What a role permits that is not the stack's only Azure can tell.
          .filter(({ rule }) => rule !== "traced-grants" || !("existingRoleIds" in granted))
          .map(({ rule, urn = "::the stack" }) => `${rule} ${urn.split("::").at(-1) ?? ""}`);
        assert.deepEqual([...new Set(said)].sort(), advice);
        assert.deepEqual(
          declaredReasons.map(({ urn }) => urn.split("::").at(-1)),
          ["set-secret-relay"],
        );
      });
    }
  }
});
