import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  existingVault,
  ServiceBusAccess,
  SessionRenewalRole,
  SetSecretConnector,
  TokenRefresh,
  TopicConsumer,
  VaultAccess,
  type TokenRefreshArgs,
} from "../../library/index";
import { construct } from "../construction/construct";

const vaultId = "/subscriptions/s/resourceGroups/vaults/providers/Microsoft.KeyVault/vaults/mine";
const resourceGroupName = "group";

/**
 * Constructs a component that refuses its arguments.
 *
 * @param others names of further resources that are created for it
 * @returns the lines of its message
 */
async function refusal(
  create: (access: VaultAccess) => unknown,
  others: readonly string[] = [],
): Promise<readonly string[]> {
  let message = "";
  const { resources } = await construct(() => {
    const access = new VaultAccess("access", { vault: existingVault(vaultId), authorizationModel: "rbac" });
    assert.throws(
      () => create(access),
      (error: Error) => {
        ({ message } = error);
        return error.name === "UsageError";
      },
    );
    return {};
  });
  assert.deepEqual(
    resources.map(({ name }) => name),
    ["access", ...others],
  );
  return message.split("\n").map((line) => line.trim());
}

describe("The components of the npm package refuse wrong arguments before they create anything", () => {
  it("SetSecretConnector: names and IP ranges", async () => {
    const names = ["signing key", "Webhook-Key", "webhook-key"];
    const [heading, ...lines] = await refusal(
      (access) =>
        new SetSecretConnector("set", {
          ...{ resourceGroupName, access, allowedSecretNames: names },
          allowedCallerIpRanges: ["203.0.113.0/99"],
        }),
    );
    assert.equal(heading, "3 problems in the arguments of SetSecretConnector set:");
    assert.deepEqual(
      lines.map((line) => line.split(":")[0]),
      ["allowedSecretNames[0]", "allowedCallerIpRanges[0]", "allowedSecretNames[2]"],
    );
  });

  it("SetSecretConnector: a list without names", async () => {
    assert.deepEqual(
      await refusal((access) => new SetSecretConnector("set", { resourceGroupName, access, allowedSecretNames: [] })),
      [
        "1 problem in the arguments of SetSecretConnector set:",
        "allowedSecretNames: is missing or empty. List the names that may be written.",
      ],
    );
  });

  it("TokenRefresh: the keys of the token", async () => {
    const token = { secretName: "crm-token", clientSecretName: "crm-client-secret" };
    const [heading, ...lines] = await refusal(
      (access) => new TokenRefresh("crm", { resourceGroupName, access, token: { ...token, intervalMinutes: 0 } }),
    );
    assert.equal(heading, "3 problems in the arguments of TokenRefresh crm:");
    assert.deepEqual(
      lines.map((line) => line.split(":")[0]),
      ["token.intervalMinutes", "token.clientId", "token.tokenUrl"],
    );
  });

  it("TokenRefresh: no token at all, in JavaScript", async () => {
    assert.deepEqual(
      await refusal((access) => new TokenRefresh("crm", { resourceGroupName, access } as unknown as TokenRefreshArgs)),
      [
        "1 problem in the arguments of TokenRefresh crm:",
        "token: is not an object. Expected secretName, tokenUrl and the other keys of a token.",
      ],
    );
  });

  it("TopicConsumer: the keys of the consumer", async () => {
    const refresh = { token: { secretName: "crm-token", allowedInstanceUrlSuffixes: [] }, workflow: { id: "id" } };
    const topicId = "/subscriptions/s/topics/accounts";
    const consumer = { topicId, sObject: "Account", externalIdField: "Id__c", fields: { Id__c: "id" } };
    const [heading, ...lines] = await refusal(
      (access) =>
        new TopicConsumer("accounts", {
          ...{ resourceGroupName, access, refresh, consumer },
          serviceBusAccess: new ServiceBusAccess("service-bus"),
          renewalRole: new SessionRenewalRole("renewal", { resourceGroupName }),
        }),
      ["service-bus", "renewal", "renew-session"],
    );
    assert.equal(heading, "2 problems in the arguments of TopicConsumer accounts:");
    assert.deepEqual(
      lines.map((line) => line.split(":")[0]),
      ["consumer.topicId", "consumer.subscriptionName"],
    );
  });
});
