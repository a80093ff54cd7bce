import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { describeGrants } from "../../../local/run/describe-grants";
import { deployControlledStack } from "../../../local/stack/controlled-stack";
import { fittingRefreshToken, fittingToken } from "../../stack-configuration";
import { leastConsumer, leastToken } from "../../settings/settings-under-test";

/** Grants of a stack as `holder: place: permissions: actions`, without what differs from one deployment to the next. */
async function grantsOf(settings: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const stack = await deployControlledStack(settings);
  try {
    const names = stack.workflows.map(({ name }) => name);
    const short = (name: string): string => (names.includes(name) ? name.slice(0, -8) : name);
    return describeGrants(stack).map(({ workflow, principalId, by, place, permissions, neededBy }) => {
      const granted = permissions.map((permission) => permission.replace(/^Microsoft\.[^/]+\//, "")).join(" + ");
      const where = place.kind === "vault" ? "the vault" : `${place.kind} ${short(place.name)}`;
      return `${workflow === undefined ? principalId : short(workflow)}: ${by}: ${where}: ${granted}: ${neededBy.join(", ")}`;
    });
  } finally {
    await stack.azure.close();
  }
}

describe("Described grants", () => {
  it("name each role assignment with the actions that need it, those of other identities last", async () => {
    const operator = { principalId: "44444444-4444-4444-4444-444444444444", principalType: "Group" };
    assert.deepEqual(
      await grantsOf({
        tokens: [
          { ...fittingToken, refreshOperators: [operator] },
          { ...fittingRefreshToken, writePath: "http" },
        ],
      }),
      [
        "refresh-crm-token: role assignment: secret crm-client-secret: vaults/secrets/getSecret/action: Get_client_secret",
        "refresh-crm-token: connection: Logic App set-secret-relay: Set secret: crm-token: Set_secret",
        "refresh-erp-token: role assignment: secret erp-client-secret: vaults/secrets/getSecret/action: Get_client_secret",
        "refresh-erp-token: role assignment: secret erp-refresh-token: vaults/secrets/getSecret/action + vaults/secrets/setSecret/action: Get_refresh_token, Set_refresh_token",
        "refresh-erp-token: role assignment: secret erp-token: vaults/secrets/setSecret/action: Set_secret",
        "set-secret-relay: role assignment: secret crm-token: vaults/secrets/setSecret/action: Set_secret",
        "44444444-4444-4444-4444-444444444444: role assignment: Logic App refresh-crm-token: workflows/triggers/run/action: ",
      ],
    );
  });

  it("name access policies for the vault", async () => {
    assert.deepEqual(
      await grantsOf({ tokens: [{ ...fittingRefreshToken, writePath: "http" }], authorizationModel: "accessPolicy" }),
      [
        "refresh-erp-token: access policy: the vault: get + set: Get_client_secret, Get_refresh_token, Set_refresh_token, Set_secret",
      ],
    );
  });

  it("name a consumer's subscription, and the refresh that it may start", async () => {
    const token = { ...leastToken, writePath: "http" };
    const grants = await grantsOf({ tokens: [token], consumers: [leastConsumer] });
    const runs = "workflows/triggers/run/action + workflows/runs/read";
    assert.deepEqual(
      grants.filter((grant) => grant.startsWith("consume-")),
      [
        "consume-accounts: role assignment: secret salesforce-token: vaults/secrets/getSecret/action: Get_token",
        "consume-accounts: role assignment: subscription crm-updates/salesforce: namespaces/messages/receive/action: Complete_message, Receive_message, Return_message",
        `consume-accounts: role assignment: Logic App refresh-salesforce-token: ${runs}: List_refreshes, Run_refresh`,
      ],
    );
  });
});
