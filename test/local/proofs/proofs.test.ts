import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "mocha";
import type { ArmResource } from "../../../emulator/resource-manager";
import { asObject } from "../../../definition/json";
import { grantList, findGrants, withoutGrants } from "../../../local/proofs/grants";
import { proveFreshTokens } from "../../../local/proofs/fresh-token";
import { proveLeastPrivilege } from "../../../local/proofs/least-privilege";
import { proveMissingGrant } from "../../../local/proofs/missing-grant";
import { proveNameGuard } from "../../../local/proofs/name-guard";
import { proveNoLeak } from "../../../local/proofs/no-leak";
import { proveRotation } from "../../../local/proofs/rotation";
import type { Proof } from "../../../local/report";
import { refreshNow } from "../../../local/stack/refresh-at-next-slot";
import {
  requireConnector,
  deployControlledStack,
  requireRefresh,
  requireAuthorizationServer,
  type ControlledStack,
} from "../../../local/stack/controlled-stack";
import { fittingRefreshToken, fittingToken } from "../../stack-configuration";

/** What a proof found, and what its control found. */
function found({ held, seen, control }: Proof): object {
  return { held, seen, control: control.held };
}

describe("Proofs", () => {
  let stack: ControlledStack;

  before(async () => {
    stack = await deployControlledStack({ tokens: [fittingToken, fittingRefreshToken] });
  });
  after(() => stack.azure.close());

  const crm = () => requireRefresh(stack, "crm-token");
  const erp = () => requireRefresh(stack, "erp-token");

  /** Puts another role assignment there, at a scope, and takes it back afterwards. */
  const withGrant = async <T>(
    principalId: string,
    like: ArmResource | undefined,
    scope: string,
    work: () => Promise<T>,
  ): Promise<T> => {
    const { arm } = stack.azure;
    const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`;
    const properties = { ...asObject(like?.body.properties), principalId };
    await arm.put({
      id,
      type: "Microsoft.Authorization/roleAssignments",
      name: id.split("/").at(-1) ?? "",
      apiVersion: "2022-04-01",
      body: { properties },
    });
    return work().finally(() => {
      arm.deleteResource(id);
    });
  };
  const vaultId = (): string => {
    const { id = "" } = stack.azure.arm.resources().find(({ type }) => /\/vaults$/i.test(type)) ?? {};
    return id;
  };

  describe("of least privilege", () => {
    it("hold for what was deployed", async () => {
      for (const refresh of [crm(), erp()]) {
        const seen = "every other operation is refused";
        assert.deepEqual(found(await proveLeastPrivilege(stack, refresh)), { held: true, seen, control: true });
      }
    });

    it("do not hold with a grant that is left in place", async () => {
      const takeBack = await grantList(stack, crm().principalId);
      const proof = await proveLeastPrivilege(stack, crm());
      await takeBack();
      const seen = "allowed: GetSecrets, GetSecretVersions, GetDeletedSecrets, GetDeletedSecret";
      assert.deepEqual(found(proof), { held: false, seen, control: true });
    });

    it("do not hold where a role is assigned at the vault instead of a secret", async () => {
      const [grant] = findGrants(stack.azure.arm, crm().principalId);
      const proof = await withGrant(crm().principalId, grant, vaultId(), () => proveLeastPrivilege(stack, crm()));
      assert.deepEqual([proof.held, proof.seen], [false, "allowed: GetSecret"]);
    });

    it("do not hold where the refresh may write what the relay writes for it", async () => {
      const [grant] = findGrants(stack.azure.arm, requireConnector(stack).relay.principalId);
      const scope = `${vaultId()}/secrets/crm-token`;
      const proof = await withGrant(crm().principalId, grant, scope, () => proveLeastPrivilege(stack, crm()));
      assert.deepEqual([proof.held, proof.seen], [false, "allowed: SetSecret"]);
    });
  });

  describe("of a missing grant", () => {
    it("hold for what was deployed, and leave the grants as they were", async () => {
      const before = stack.azure.arm.resources().length;
      const seen = "Failed VaultForbidden, no new version";
      assert.deepEqual(found(await proveMissingGrant(stack, crm())), { held: true, seen, control: true });
      assert.equal(stack.azure.arm.resources().length, before);
    });

    it("do not hold where the grants are still there", async () => {
      const nothing = { deleteResource: () => undefined, put: () => Promise.resolve() };
      const azure = { ...stack.azure, arm: { ...stack.azure.arm, ...nothing } };
      const seen = "Succeeded, 1 new version";
      assert.deepEqual(found(await proveMissingGrant({ ...stack, azure }, crm())), {
        held: false,
        seen,
        control: true,
      });
    });

    it("put grants back also where the work throws", async () => {
      const { arm } = stack.azure;
      const grants = findGrants(arm, crm().principalId);
      const work = withoutGrants(arm, grants, () => Promise.reject(new Error("work")));
      await assert.rejects(work, { message: "work" });
      assert.equal(findGrants(arm, crm().principalId).length, grants.length);
    });
  });

  describe("of the name guard", () => {
    it("hold for what was deployed", async () => {
      const seen = "403 SecretNameNotAllowed, no new version";
      assert.deepEqual(found(await proveNameGuard(stack, requireConnector(stack))), {
        held: true,
        seen,
        control: true,
      });
    });

    it("do not hold where the list has the forbidden name, nor their control where the allowed one is missing", async () => {
      const { logicApps } = stack.azure;
      const connector = requireConnector(stack);
      const relay = stack.azure.arm.resources().find(({ id }) => id.toLowerCase() === connector.relay.id.toLowerCase());
      assert.ok(relay !== undefined);
      const { definition, parameters } = asObject(relay.body.properties);
      const put = (names: readonly string[]): void => {
        logicApps.putWorkflow({
          ...{ id: relay.id, name: relay.name, location: "westeurope", state: "Enabled", definition },
          parameters: { ...(parameters as Record<string, { value: unknown }>), allowedSecretNames: { value: names } },
          identity: { systemAssigned: connector.relay.principalId, userAssigned: {} },
        });
      };
      put(["crm-client-secret"]);
      const proof = await proveNameGuard(stack, connector);
      put(["crm-token", "erp-token"]);
      // The relay has no grant for that secret: what the guard let through is refused by the vault.
      assert.deepEqual(found(proof), { held: false, seen: "403 Forbidden, no new version", control: false });
    });
  });

  describe("of fresh tokens", () => {
    it("hold after a refresh, and leave the client secret as it was", async () => {
      const runs = [await refreshNow(stack, crm()), await refreshNow(stack, erp())];
      assert.deepEqual(found(await proveFreshTokens(stack, crm(), runs)), {
        held: true,
        seen: "2 of 2",
        control: true,
      });
      assert.equal((await refreshNow(stack, crm())).status, "Succeeded");
    });

    it("do not hold where one did not run, or failed", async () => {
      const run = await refreshNow(stack, crm());
      assert.equal((await proveFreshTokens(stack, crm(), [run])).seen, "1 of 2");
      const failed = await withoutGrants(stack.azure.arm, findGrants(stack.azure.arm, erp().principalId), () =>
        refreshNow(stack, erp()),
      );
      const proof = await proveFreshTokens(stack, crm(), [run, failed]);
      assert.equal(proof.held, false);
      assert.match(proof.seen, /; Failed VaultForbidden$/);
    });
  });

  describe("of rotation", () => {
    const client = () => stack.clients.get("erp-token") ?? { clientId: "", clientSecret: "" };

    it("hold for a server that rotates", async () => {
      const server = requireAuthorizationServer(stack, erp());
      stack.azure.keyVault.seedSecret(
        stack.vaultName,
        "erp-refresh-token",
        await server.issueRefreshToken(client().clientId),
      );
      await refreshNow(stack, erp());
      const proof = await proveRotation(stack, erp(), server, client());
      assert.deepEqual([proof.seen, proof.control.seen], ["Succeeded, 1 new version; 400 invalid_grant", "200"]);
    });

    it("do not hold where the token before is still taken, or the stored one is not", async () => {
      const server = requireAuthorizationServer(stack, erp());
      const unused = { ...client(), refreshToken: await server.issueRefreshToken(client().clientId) };
      stack.azure.keyVault.seedSecret(stack.vaultName, "erp-refresh-token", "no-refresh-token-of-the-server");
      const proof = await proveRotation(stack, erp(), server, unused);
      assert.deepEqual(found(proof), { held: false, seen: "Failed invalid_grant, no new version; 200", control: true });
    });
  });

  describe("of no leak", () => {
    it("hold for what was deployed and run", () => {
      const proof = proveNoLeak(stack, [{ name: "output", content: "nothing of interest" }]);
      assert.deepEqual(found(proof), {
        held: true,
        seen: "not in state, definitions, run history, recorded requests, Pulumi's log, output",
        control: true,
      });
    });

    it("do not hold for a client secret, a token or the relay's key that is shown, however it is written", () => {
      const { sig } = stack.azure.logicApps.callbackUrl(requireConnector(stack).relay.id, "manual").queries;
      const { clientSecret } = stack.clients.get("crm-token") ?? { clientSecret: "" };
      const [token = ""] = requireAuthorizationServer(stack, crm()).secrets().slice(-1);
      for (const [content, encoding] of [
        [clientSecret, "plain"],
        [`a=${encodeURIComponent(`"${sig}"`)}`, "plain|url"],
        [Buffer.from(`Basic x:${token}`).toString("base64"), "base64"],
      ] as const) {
        const { held, seen } = proveNoLeak(stack, [{ name: "output", content }]);
        assert.equal(held, false);
        assert.match(seen, new RegExp(`^found in output \\((${encoding})`));
      }
    });
  });
});
