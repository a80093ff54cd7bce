import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { check } from "../../../policy/command-line/check";
import { exampleTemplate, getSecret } from "./example-template";

const identityId = "resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', parameters('identityName'))";
const identity = {
  type: "Microsoft.ManagedIdentity/userAssignedIdentities",
  apiVersion: "2023-01-31",
  name: "[parameters('identityName')]",
};

/** The example with a user-assigned identity, which the grant gets as an expression. */
function withIdentity(principal: string, permissions: readonly string[], ...resources: object[]): object {
  const { authentication, ...inputs } = getSecret.inputs;
  const action = {
    ...getSecret,
    inputs: { ...inputs, authentication: { ...authentication, identity: `[${identityId}]` } },
  };
  const template = exampleTemplate({ Get_secret: action }, permissions) as {
    parameters: object;
    resources: [object, object, { properties: { accessPolicies: [object] } }];
  };
  const [vault, workflow, policies] = template.resources;
  const [entry] = policies.properties.accessPolicies;
  return {
    ...template,
    parameters: { ...template.parameters, identityName: { type: "string", defaultValue: "id-tokens" } },
    resources: [
      vault,
      { ...workflow, identity: { type: "UserAssigned", userAssignedIdentities: { [`[${identityId}]`]: {} } } },
      { ...policies, properties: { accessPolicies: [{ ...entry, objectId: `[${principal}]` }] } },
      ...resources,
    ],
  };
}

describe("A user-assigned identity of a template", () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "identities-test-"));
  });
  after(() => rm(directory, { recursive: true }));

  async function found(template: object): Promise<readonly string[]> {
    const file = join(directory, "main.json");
    await writeFile(file, JSON.stringify(template));
    const { findings } = await check({ kind: "template", file }, () => Promise.reject(new Error("no program")));
    return [...new Set(findings.filter(({ level }) => level === "mandatory").map(({ rule }) => rule))];
  }

  const direct = `reference(${identityId}, '2023-01-31').principalId`;
  it("has what its workflow needs by a reference, and too much of it is found", async () => {
    assert.deepEqual(await found(withIdentity(direct, ["get"], identity)), []);
    assert.deepEqual(await found(withIdentity(direct, ["get", "list"], identity)), ["excess-permissions"]);
    assert.deepEqual(await found(withIdentity(direct, ["set"], identity)), [
      "excess-permissions",
      "missing-permissions",
    ]);
  });

  it("is known through the output of the module that declares it", async () => {
    const module = {
      type: "Microsoft.Resources/deployments",
      name: "identity",
      properties: {
        expressionEvaluationOptions: { scope: "inner" },
        parameters: { identityName: { value: "[parameters('identityName')]" } },
        template: {
          parameters: { identityName: { type: "string" } },
          resources: [identity],
          outputs: { principalId: { type: "string", value: `[${direct}]` } },
        },
      },
    };
    const output = "reference(resourceId('Microsoft.Resources/deployments', 'identity')).outputs.principalId.value";
    assert.deepEqual(await found(withIdentity(output, ["get"], module)), []);
    assert.deepEqual(await found(withIdentity(output, ["get", "list"], module)), ["excess-permissions"]);
  });

  it("stays undecided where it exists already", async () => {
    assert.deepEqual(await found(withIdentity(direct, ["get", "list"])), []);
  });
});
