import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { deployedNames, expand } from "./evaluate";

const site = (name: unknown, rest: object = {}): object => ({ type: "Contoso.Web/sites", name, ...rest });
const nested = (template: object, rest: object = {}, inner = true) => ({
  type: "Microsoft.Resources/deployments",
  name: "inner",
  properties: {
    ...(inner ? { expressionEvaluationOptions: { scope: "inner" } } : {}),
    template,
    ...rest,
  },
});
const ids = (template: object): readonly unknown[] =>
  expand(template).resources.map(({ declared }) => [declared.type, declared.id]);
const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/resource-group";

describe("The resources of a template", () => {
  it("are as many as a copy loop makes", () => {
    const copy = { name: "loop", count: "[length(parameters('names'))]" };
    const template = {
      parameters: { names: { type: "array", defaultValue: ["a", "b"] } },
      resources: [site("[concat(parameters('names')[copyIndex()], '-', copyIndex('loop', 1))]", { copy })],
    };
    assert.deepEqual(deployedNames(template), ["a-1", "b-2"]);
    assert.deepEqual(deployedNames({ resources: [site("x", { copy: { name: "l", count: 0 } })] }), []);
  });

  it("are one where only the deployment tells how many there are, and the expansion says so", () => {
    const template = {
      parameters: { count: { type: "int" } },
      resources: [site("[concat('s', copyIndex())]", { copy: { name: "loop", count: "[parameters('count')]" } })],
    };
    assert.equal(expand(template).resources.length, 1);
    assert.deepEqual(expand(template).undecided, [
      { path: "resources[0].copy", why: "how often a resource is copied is not known" },
    ]);
    assert.deepEqual(deployedNames(template, { count: 2 }), ["s0", "s1"]);
  });

  it("are not those whose condition is false, but those whose condition is unknown", () => {
    const template = {
      parameters: { on: { type: "bool" }, off: { type: "bool", defaultValue: false } },
      resources: [
        site("a", { condition: "[parameters('off')]" }),
        site("b", { condition: "[parameters('on')]" }),
        site("c", { condition: "[or(parameters('on'), true())]" }),
        nested({ resources: [site("d")] }, {}, true),
        { ...nested({ resources: [site("e")] }), condition: false },
      ],
    };
    assert.deepEqual(deployedNames(template), ["b", "c", "d"]);
    assert.deepEqual(expand(template).undecided, [
      { path: "resources[1].condition", why: "parameters('on') has no value" },
    ]);
    assert.deepEqual(deployedNames(template, { on: false }), ["c", "d"]);
  });

  it("are children within their parents too, with the parent's type and name", () => {
    const template = {
      resources: [
        {
          type: "Microsoft.KeyVault/vaults",
          name: "kv",
          resources: [
            { type: "secrets", name: "a" },
            { type: "Microsoft.KeyVault/vaults/secrets", name: "kv/b" },
            { type: "providers/roleAssignments", name: "Microsoft.Authorization/r" },
          ],
        },
        { type: "Microsoft.KeyVault/vaults/providers/roleAssignments", name: "kv/Microsoft.Authorization/s" },
        { type: "Microsoft.Authorization/roleAssignments", name: "t", scope: "Microsoft.KeyVault/vaults/kv" },
        { type: "Microsoft.Authorization/roleAssignments", name: "u" },
      ],
    };
    const vault = `${group}/providers/Microsoft.KeyVault/vaults/kv`;
    const assignment = "Microsoft.Authorization/roleAssignments";
    assert.deepEqual(ids(template), [
      ["Microsoft.KeyVault/vaults", vault],
      [assignment, `${vault}/providers/${assignment}/s`],
      [assignment, `${vault}/providers/${assignment}/t`],
      [assignment, `${group}/providers/${assignment}/u`],
      ["Microsoft.KeyVault/vaults/secrets", `${vault}/secrets/a`],
      ["Microsoft.KeyVault/vaults/secrets", `${vault}/secrets/b`],
      [assignment, `${vault}/providers/${assignment}/r`],
    ]);
  });

  it("are a map in language version 2.0, without those that exist already", () => {
    const template = {
      languageVersion: "2.0",
      resources: { old: site("a", { existing: true }), new: site("b") },
    };
    assert.deepEqual(deployedNames(template), ["b"]);
    assert.equal(expand(template).resources[0]?.declared.path, "resources[new]");
  });

  it("have the parameters of a nested template with inner scope, and those around it with outer scope", () => {
    const inner = {
      parameters: { name: { type: "string", defaultValue: "inner" } },
      resources: [site("[parameters('name')]")],
    };
    const template = (...resources: object[]): object => ({
      parameters: { name: { type: "string", defaultValue: "outer" } },
      resources,
    });
    assert.deepEqual(deployedNames(template(nested(inner))), ["inner"]);
    assert.deepEqual(deployedNames(template(nested(inner, {}, false))), ["outer"]);
    const given = { parameters: { name: { value: "[concat(parameters('name'), '-given')]" } } };
    assert.deepEqual(deployedNames(template(nested(inner, given))), ["outer-given"]);
  });

  it("are in the resource group of the nested deployment", () => {
    const deployment = { ...nested({ resources: [site("a", { type: "A.B/c" })] }), resourceGroup: "other" };
    assert.deepEqual(ids({ resources: [deployment] }), [
      ["A.B/c", `${group.replace("resource-group", "other")}/providers/A.B/c/a`],
    ]);
  });

  it("have names from the outputs of other nested templates, in any order", () => {
    const source = nested({
      resources: [],
      outputs: { name: { type: "string", value: "[concat('from-', 'module')]" } },
    });
    const user = {
      ...nested(
        { parameters: { name: { type: "string" } }, resources: [site("[parameters('name')]")] },
        {
          parameters: {
            name: { value: "[reference(resourceId('Microsoft.Resources/deployments', 'inner')).outputs.name.value]" },
          },
        },
      ),
      name: "user",
    };
    assert.deepEqual(deployedNames({ resources: [user, source] }), ["from-module"]);
    const symbolic = {
      ...user,
      properties: {
        ...user.properties,
        parameters: { name: { value: "[reference('source').outputs.name.value]" } },
      },
    };
    assert.deepEqual(deployedNames({ languageVersion: "2.0", resources: { user: symbolic, source } }), ["from-module"]);
  });

  it("are linked templates as they stand, since nobody reads those here", () => {
    const linked = {
      type: "Microsoft.Resources/deployments",
      name: "linked",
      properties: { templateLink: { uri: "https://example.com/azuredeploy.json" } },
    };
    assert.deepEqual(deployedNames({ resources: [linked] }), ["linked"]);
  });
});
