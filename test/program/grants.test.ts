import assert from "node:assert/strict";
import { describe, it } from "mocha";
import program from "../../index";
import type { DeployedResource } from "../../local/deployment";
import { deploy } from "../../local/deployment";
import { project } from "../../local/stack/project";
import { inMemoryAzure } from "../local/deployment/in-memory-azure";
import { leastRefreshToken, leastToken, stackConfiguration } from "../stack-configuration";
import { constructed } from "./constructed";

const otherToken = { ...leastToken, secretName: "hr-token" };
const byRole = "azure-native:authorization:RoleAssignment";
const byPolicy = "azure-native:keyvault:AccessPolicy";
const readsSecret = "refresh-crm-token-get-crm-client-secret";

/** What each identity is granted, for each vault model and write path. */
const grants = [
  {
    authorizationModel: "rbac",
    writePath: "connector",
    expected: [`${readsSecret}: refresh-crm-token`, "set-secret-relay-set-crm-token: set-secret-relay"],
  },
  {
    authorizationModel: "rbac",
    writePath: "http",
    expected: [`${readsSecret}: refresh-crm-token`, "refresh-crm-token-set-crm-token: refresh-crm-token"],
  },
  {
    authorizationModel: "accessPolicy",
    writePath: "connector",
    expected: ["refresh-crm-token: refresh-crm-token get", "set-secret-relay: set-secret-relay set"],
  },
  {
    authorizationModel: "accessPolicy",
    writePath: "http",
    expected: ["refresh-crm-token: refresh-crm-token get,set"],
  },
] as const;

interface Grant {
  readonly principalId?: string;
  readonly policy?: { readonly objectId: string; readonly permissions: { readonly secrets: readonly string[] } };
}

describe("The program's grants", () => {
  for (const { authorizationModel, writePath, expected } of grants) {
    for (const identity of ["system", "user"] as const) {
      it(`are what is needed: ${authorizationModel}, ${identity}-assigned identity, written by ${writePath}`, async () => {
        const { ofType } = await constructed({
          tokens: [{ ...leastToken, writePath }],
          authorizationModel,
          identity,
        });
        const seen = [...ofType(byRole), ...ofType(byPolicy)].map(({ name, inputs }) => {
          const { principalId, policy } = inputs as Grant;
          const principal = (principalId ?? policy?.objectId ?? "").replace("principal-of-", "");
          return [`${name}: ${principal}`, ...(policy === undefined ? [] : [policy.permissions.secrets.join(",")])];
        });
        assert.deepEqual(
          seen.map((parts) => parts.join(" ")),
          expected,
        );
        const workflows = writePath === "connector" ? ["refresh-crm-token", "set-secret-relay"] : ["refresh-crm-token"];
        assert.deepEqual(
          ofType("azure-native:managedidentity:UserAssignedIdentity").map(({ name }) => name),
          identity === "user" ? workflows : [],
        );
        assert.deepEqual(
          ofType("azure-native:logic:Workflow").map(({ inputs }) => (inputs.identity as { type: string }).type),
          workflows.map(() => (identity === "user" ? "UserAssigned" : "SystemAssigned")),
        );
      });
    }
  }

  it("declare no secret of the vault, so that a preview never shows what a refresh writes", async () => {
    const { resources } = await constructed({ tokens: [leastToken, leastRefreshToken] });
    assert.deepEqual(
      resources.filter(({ type }) => /^azure-native:keyvault:(?!Vault$|AccessPolicy$)/.test(type)),
      [],
    );
  });

  for (const identity of ["system", "user"] as const) {
    it(`by access policy are written one after the other (${identity}-assigned identities)`, async () => {
      const { resources } = await deployed({
        tokens: [leastToken, leastRefreshToken],
        authorizationModel: "accessPolicy",
        identity,
      });
      const policies = resources.filter(({ type }) => type === byPolicy);
      assert.deepEqual(policies.map(({ name }) => name).sort(), [
        ...["refresh-crm-token", "refresh-erp-token", "set-secret-relay"],
      ]);
      const waitsFor = policies.map(({ dependencies }) =>
        policies.filter(({ urn }) => dependencies.includes(urn)).map(({ name }) => name),
      );
      // Deployed in this order: each waits for the one before it, at least.
      for (const [index, names] of waitsFor.entries()) {
        assert.deepEqual(names.includes(policies[index - 1]?.name ?? ""), index > 0, names.join());
      }
    });
  }

  it("come before a workflow that has a user-assigned identity, and after one that has its own", async () => {
    const order = async (identity: string): Promise<readonly string[]> => {
      const { resources } = await deployed({ tokens: [{ ...leastToken, writePath: "http" }], identity });
      return resources.filter(({ type }) => /:(Workflow|RoleAssignment)$/.test(type)).map(({ type }) => type);
    };
    const workflow = "azure-native:logic:Workflow";
    assert.deepEqual(await order("user"), [byRole, byRole, workflow]);
    assert.deepEqual(await order("system"), [workflow, byRole, byRole]);
  });

  for (const identity of ["system", "user"] as const) {
    it(`of the relay are there before the connection that calls it (${identity}-assigned identities)`, async () => {
      const { resources } = await deployed({ tokens: [leastToken, otherToken], identity });
      const grants = relayGrants(resources).map(({ urn }) => urn);
      const connection = resources.find(({ type }) => type === "azure-native:web:Connection");
      assert.equal(grants.length, 2);
      assert.deepEqual(connection?.dependencies.filter((urn) => grants.includes(urn)).sort(), [...grants].sort());
    });

    // Each in each refresh workflow's dependencies, the state would grow with the square of the tokens.
    it(`of the relay are dependencies of no resource of another token (${identity}-assigned identities)`, async () => {
      const { resources } = await deployed({ tokens: [leastToken, otherToken], identity });
      const grants = relayGrants(resources).map(({ urn }) => urn);
      const dependent = resources.filter(({ dependencies, propertyDependencies }) =>
        [...dependencies, ...Object.values(propertyDependencies).flat()].some((urn) => grants.includes(urn)),
      );
      const relay = identity === "user" ? ["azure-native:logic:Workflow set-secret-relay"] : [];
      assert.deepEqual(
        dependent.map(({ type, name }) => `${type} ${name}`),
        [...relay, "azure-native:web:Connection set-secret"],
      );
    });
  }
});

function relayGrants(resources: readonly DeployedResource[]): readonly DeployedResource[] {
  return resources.filter(({ type, name }) => type === byRole && name.startsWith("set-secret-relay-"));
}

/** Deploys the program to Azure in memory, where dependencies show. */
async function deployed(
  settings: Readonly<Record<string, unknown>>,
): Promise<{ resources: readonly DeployedResource[] }> {
  return deploy({
    azure: inMemoryAzure().azure,
    program: () => Promise.resolve(program()),
    project,
    stack: "test",
    configuration: stackConfiguration(settings, { location: "westeurope" }),
  });
}
