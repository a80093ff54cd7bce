import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { reportOn } from "../../../policy/command-line/check";
import type { Stack } from "../../../policy/model";
import type { StackCase } from "./stack-builder";
import {
  accessPolicy,
  getSecret,
  group,
  principalId,
  resource,
  restricted,
  testStacks,
  vault,
  vaultId,
  workflow,
} from "./stack-builder";

const leak = { type: "Compose", inputs: "@body('Get_secret')?['value']" };
const definition = (actions: object): object => ({ triggers: {}, actions: { Get_secret: getSecret, ...actions } });
const armWorkflow = (actions: object, rest: object = {}): object => ({
  type: "Microsoft.Logic/workflows",
  apiVersion: "2019-05-01",
  name: "w",
  identity: { type: "SystemAssigned" },
  properties: { accessControl: restricted, definition: definition(actions) },
  ...rest,
});
const only = (...resources: Stack["resources"]): Stack => ({ resources });
const hidden = ["hidden-tokens"];
const deployment = (template: unknown, parameters: object = {}): Stack =>
  only(resource("azure-native:resources:Deployment", "d", { properties: { template, parameters } }));
const nested = (resources: unknown): object => ({
  type: "Microsoft.Resources/deployments",
  properties: { template: { resources } },
});
const azapi = (type: string, body: unknown, rest: object = {}): Stack =>
  only(resource("azapi:index:Resource", "a", { type, name: "w", body, ...rest }));
const classicWorkflow = resource("azure:logicapps:Workflow", "w", { name: "w", accessControl: {} });
const part = (type: string, name: string, properties: object) =>
  resource(`azure:logicapps:${type}`, name, { name, ...properties }, { logicAppId: [classicWorkflow.urn] });
const custom = (name: string, body: object) => part("ActionCustom", name, { body: JSON.stringify(body) });
const grant = (type: string, properties: object): Stack =>
  only(vault(), accessPolicy("get"), workflow({}), resource(type, "g", { principalId, scope: vaultId, ...properties }));

const cases: readonly StackCase[] = [
  ["a workflow in a template", hidden, deployment({ resources: [armWorkflow({ Leak: leak })] })],
  [
    "a workflow in a template of text",
    hidden,
    deployment(JSON.stringify({ resources: [armWorkflow({ Leak: leak })] })),
  ],
  [
    "a workflow in a template of a template",
    hidden,
    deployment({ resources: [nested([armWorkflow({ Leak: leak })])] }),
  ],
  [
    "a workflow in a template with a map of resources",
    hidden,
    deployment({ languageVersion: "2.0", resources: { w: armWorkflow({ Leak: leak }) } }),
  ],
  [
    "a workflow by a parameter of a template",
    hidden,
    deployment(
      {
        parameters: { d: { type: "object" } },
        resources: [armWorkflow({}, { properties: { accessControl: restricted, definition: "[parameters('d')]" } })],
      },
      { d: { value: definition({ Leak: leak }) } },
    ),
  ],
  ["a good workflow in a template", [], deployment({ resources: [armWorkflow({})] })],
  [
    "Owner for the workflow, in a template",
    ["privileged-roles"],
    only(
      vault(),
      accessPolicy("get"),
      workflow({}),
      resource("azure-native:resources:Deployment", "d", {
        properties: {
          template: {
            resources: [
              {
                type: "Microsoft.Authorization/roleAssignments",
                name: "x",
                scope: vaultId,
                properties: { principalId, roleDefinitionId: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635" },
              },
            ],
          },
        },
      }),
    ),
  ],
  [
    "a workflow by azapi",
    hidden,
    azapi("Microsoft.Logic/workflows@2019-05-01", {
      properties: { accessControl: restricted, definition: definition({ Leak: leak }) },
    }),
  ],
  [
    "a workflow by azapi, its body a text",
    hidden,
    azapi(
      "Microsoft.Logic/workflows@2019-05-01",
      JSON.stringify({ properties: { definition: definition({ Leak: leak }) } }),
    ),
  ],
  [
    "a good workflow by azapi",
    [],
    azapi("Microsoft.Logic/workflows@2019-05-01", {
      properties: { accessControl: restricted, definition: definition({}) },
    }),
  ],
  [
    "a workflow by a generic resource",
    hidden,
    only(
      resource("azure-native:resources:Resource", "r", {
        resourceProviderNamespace: "Microsoft.Logic",
        resourceType: "workflows",
        resourceName: "w",
        properties: { definition: definition({ Leak: leak }) },
      }),
    ),
  ],
  [
    "a classic workflow of single actions",
    hidden,
    only(classicWorkflow, custom("Get_secret", getSecret), custom("Leak", leak)),
  ],
  ["a good classic workflow", [], only(classicWorkflow, custom("Get_secret", getSecret))],
  [
    "a classic HTTP action in the clear",
    ["https-and-audience"],
    only(classicWorkflow, part("ActionHttp", "Send", { method: "GET", uri: "http://a.example" })),
  ],
  [
    "a classic assignment by the role's name",
    ["privileged-roles"],
    grant("azure:authorization:Assignment", { roleDefinitionName: "Owner" }),
  ],
  [
    "a classic assignment of a role on blobs",
    [],
    grant("azure:authorization:Assignment", {
      roleDefinitionName: "Storage Blob Data Reader",
      scope: `${group}/providers/Microsoft.Storage/storageAccounts/st`,
    }),
  ],
  [
    "a classic access policy with too much",
    ["excess-permissions"],
    only(
      vault(),
      workflow({}),
      resource("azure:keyvault:AccessPolicy", "p", {
        keyVaultId: vaultId,
        objectId: principalId,
        secretPermissions: ["Get", "List"],
      }),
    ),
  ],
  [
    "a classic access policy",
    [],
    only(
      vault(),
      workflow({}),
      resource("azure:keyvault:AccessPolicy", "p", {
        keyVaultId: vaultId,
        objectId: principalId,
        secretPermissions: ["Get"],
      }),
    ),
  ],
  [
    "a classic vault without purge protection",
    ["vault-recovery"],
    only(resource("azure:keyvault:KeyVault", "v", { name: "kv", enableRbacAuthorization: true })),
  ],
];

/** `level type` of what a report says of resources that no rule reads. */
function unread(...resources: Stack["resources"]): readonly string[] {
  return reportOn({ resources })
    .findings.filter(({ rule }) => rule === "unread-resources")
    .map(({ level, urn, message }) => `${level} ${urn?.split("::").at(-1) ?? message}`);
}

describe("Resources in other forms", () => {
  testStacks(cases);

  it("report a finding on the resource that holds the template, with the place within it", () => {
    const { findings } = reportOn(deployment({ resources: [{}, armWorkflow({ Leak: leak })] }));
    const [finding] = findings.filter(({ rule }) => rule === "hidden-tokens");
    assert.equal(finding?.urn, "urn:pulumi:prod::tokens::azure-native:resources:Deployment::d");
    assert.equal(finding.path, "resources[1].definition.actions.Leak.inputs");
  });
});

describe("Resources that no rule reads", () => {
  it("are mandatory findings where they can hold what the rules judge", () => {
    const dynamic = resource("pulumi-nodejs:dynamic:Resource", "dyn", {});
    assert.deepEqual(unread(vault(), dynamic), ["mandatory dyn"]);
    assert.deepEqual(
      unread(vault(), resource("azapi:index:Resource", "a", { type: "Microsoft.Web/sites@1", body: {} })),
      ["mandatory a"],
    );
  });

  it("are found within templates too, with their place", () => {
    const resources = [armWorkflow({}), { type: "Microsoft.Logic/integrationAccounts", name: "ia" }];
    const found = reportOn(deployment({ resources })).findings.filter(({ rule }) => rule === "unread-resources");
    assert.deepEqual(
      found.map(({ level, urn, path }) => [level, urn?.split("::").at(-1), path]),
      [["mandatory", "d", "resources[1].type"]],
    );
  });

  it("are counted in one advisory finding where they cannot", () => {
    const bucket = resource("aws:s3:Bucket", "b", {});
    assert.deepEqual(unread(vault(), bucket, { ...bucket, urn: "urn:2" }), [
      "advisory Resources of other types were not looked at: aws:s3:Bucket 2.",
    ]);
  });

  it("are no finding where Azure's type holds nothing of the kind, or the form is read", () => {
    assert.deepEqual(unread(vault(), resource("azure-native:resources:ResourceGroup", "rg", {})), []);
    assert.deepEqual(unread(classicWorkflow, custom("Get_secret", getSecret)), []);
    assert.deepEqual(unread(...deployment({ resources: [armWorkflow({})] }).resources), []);
  });

  it("make a stack in which nothing is recognised a failure", () => {
    assert.deepEqual(unread(resource("aws:s3:Bucket", "b", {})), [
      "mandatory No resource of the stack is of a type that the rules read, so nothing was checked.",
      "advisory Resources of other types were not looked at: aws:s3:Bucket 1.",
    ]);
  });
});
