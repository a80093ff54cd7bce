import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type {
  PolicyResource,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { policies } from "../../../policy/adapter/policies";
import { refreshDefinitions } from "../our-definitions";
import { asTheSdkShows, unknownString } from "./as-the-sdk-shows";

const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::azure-native:${type}::${name}`;
const vault = urn("keyvault:Vault", "secrets");
const workflow = urn("logic:Workflow", "refresh");

/** A resource as the engine shows it at the end of a preview. */
function resource(at: string, props: object, dependencies: Record<string, string[]> = {}): PolicyResource {
  const [, , type = "", name = ""] = at.split("::");
  const made = Object.entries(dependencies).map(([property, urns]) => [property, urns.map((each) => ({ urn: each }))]);
  return {
    urn: at,
    type,
    name,
    props: asTheSdkShows(props),
    opts: { ignoreChanges: [] },
    propertyDependencies: Object.fromEntries(made) as PolicyResource["propertyDependencies"],
  } as unknown as PolicyResource;
}

/**
 * `rule resource` of each finding, as Pulumi's SDK would hear them.
 *
 * @param registered what the resources are registered with; the engine shows `resources` at the end
 */
async function findings(
  registered: readonly PolicyResource[],
  resources: readonly PolicyResource[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const each of policies(new Date("2026-11-23"))) {
    const args = { resources, getConfig: () => ({}) } as unknown as StackValidationArgs;
    const { validateResource } = each as ResourceValidationPolicy;
    const { validateStack } = each as StackValidationPolicy;
    if (typeof validateResource === "function") {
      for (const { urn, props } of registered) {
        await validateResource({ urn, props } as never, () => assert.fail("It only notes."));
      }
    } else {
      await validateStack(args, (message, at) => found.push(`${each.name} ${at?.split("::").at(-1) ?? message}`));
    }
  }
  return found;
}

/** Findings about what the workflow is granted. */
async function ask(policy: object): Promise<readonly string[]> {
  const [first] = refreshDefinitions;
  const resources = [
    resource(vault, { properties: { enableRbacAuthorization: false, enablePurgeProtection: true } }),
    resource(
      workflow,
      {
        identity: { type: "SystemAssigned", principalId: unknownString },
        definition: first?.definition,
        parameters: { vaultUri: { value: unknownString } },
      },
      { parameters: [vault] },
    ),
    resource(urn("keyvault:AccessPolicy", "refresh"), policy, { policy: [workflow], vaultName: [vault] }),
  ];
  const found = await findings(resources, resources);
  return found.filter((line) => /^(missing|excess|destructive)-permissions|^(undecided|failed)/.test(line));
}

describe("the policies, asked as Pulumi's SDK asks them at a preview,", () => {
  const granted = (permissions: unknown): object => ({
    vaultName: unknownString,
    policy: { objectId: unknownString, tenantId: unknownString, permissions },
  });

  it("trace a grant to a workflow whose identity is not known yet", async () => {
    assert.deepEqual(await ask(granted({ secrets: ["get", "purge"] })), [
      "excess-permissions refresh",
      "missing-permissions refresh",
      "destructive-permissions refresh",
      "undecided-places Not evaluated, because a value is known only after deployment: 2 (https-and-audience 2).",
    ]);
  });

  for (const [what, policy] of Object.entries({
    "the whole policy": { vaultName: unknownString, policy: unknownString },
    "its permissions": granted(unknownString),
    "the list of secret permissions": granted({ secrets: unknownString }),
  })) {
    it(`leave open what a workflow is granted where ${what} is not known yet`, async () => {
      const [undecided, ...others] = await ask(policy);
      assert.match(undecided ?? "", /^undecided-places .*missing-permissions 2/);
      assert.deepEqual(others, []);
    });
  }
});

describe("the policies, where azure-native knows no output yet that the program does not set,", () => {
  const [first] = refreshDefinitions;
  const inputs = { definition: first?.definition, identity: { type: "SystemAssigned" }, location: "westeurope" };
  const outputs = { ...inputs, accessControl: unknownString, name: unknownString, tags: unknownString };
  const shown = [resource(workflow, outputs)];
  const ofHistory = (found: readonly string[]): readonly string[] =>
    found.filter((line) => /^(run-history-access|undecided-places .*run-history-access)/.test(line));

  it("find what the program omits", async () => {
    assert.deepEqual(ofHistory(await findings([resource(workflow, inputs)], shown)), ["run-history-access refresh"]);
  });

  it("leave open what the program sets to an unknown value", async () => {
    const registered = [resource(workflow, { ...inputs, accessControl: unknownString })];
    const [undecided, ...others] = ofHistory(await findings(registered, shown));
    assert.match(undecided ?? "", /^undecided-places /);
    assert.deepEqual(others, []);
  });

  it("leave open what is shown of a resource that was not registered", async () => {
    const [undecided, ...others] = ofHistory(await findings([], shown));
    assert.match(undecided ?? "", /^undecided-places /);
    assert.deepEqual(others, []);
  });
});
