import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { encrypted, unknown } from "../../../policy/model";
import { evaluate, expand, reasons } from "./evaluate";

const id = "/subscriptions/00000000-0000-0000-0000-000000000000";
const group = `${id}/resourceGroups/resource-group`;
const template = {
  parameters: {
    name: { type: "string" },
    given: { type: "string", defaultValue: "kv" },
    derived: { type: "string", defaultValue: "[concat(parameters('given'), '-1')]" },
    secret: { type: "secureString" },
    settings: { type: "secureObject" },
    login: { $ref: "#/definitions/login", defaultValue: { user: "u", password: "planted" } },
    token: { $ref: "#/definitions/token" },
    list: { type: "array", defaultValue: ["a", "b"] },
    optional: { type: "string", nullable: true },
  },
  definitions: {
    token: { type: "securestring" },
    login: { type: "object", properties: { user: { type: "string" }, password: { $ref: "#/definitions/token" } } },
  },
  variables: {
    text: "[toUpper(parameters('given'))]",
    object: { Inner: { list: ["[parameters('given')]", 2] } },
    copy: [{ name: "names", count: 3, input: "[concat('n', copyIndex('names', 1))]" }],
    circle: "[variables('circle')]",
  },
};

/** Expressions by their value. Sources: the pages of functions below the address in `template-expression.ts`. */
const decided: readonly (readonly [expression: string, value: unknown])[] = [
  ["'it''s'", "it's"],
  ["concat('a', 1, 'b')", "a1b"],
  ["concat(createArray(1), createArray(2, 3))", [1, 2, 3]],
  ["format('{0}-{1}-{{x}}-{0}', 'a', 2)", "a-2-{x}-a"],
  ["parameters('GIVEN')", "kv"],
  ["parameters('derived')", "kv-1"],
  ["parameters('optional')", null],
  ["coalesce(parameters('optional'), 'x')", "x"],
  ["variables('text')", "KV"],
  ["variables('object').inner.list[0]", "kv"],
  ["variables('object')['Inner'].list[1]", 2],
  ["variables('names')", ["n1", "n2", "n3"]],
  ["replace(toLower('A.B'), '.', '-')", "a-b"],
  ["if(equals(1, 1), 'yes', parameters('name'))", "yes"],
  ["if(and(true(), not(false())), 'yes', 'no')", "yes"],
  ["or(false(), equals('a', 'A'))", false],
  ["and(equals(parameters('name'), 'x'), false())", false],
  ["equals(parameters('name'), parameters('name'))", true],
  ["if(equals(parameters('name'), 'x'), 'same', 'same')", "same"],
  ["length(parameters('list'))", 2],
  ["concat(first(parameters('list')), last('xyz'))", "az"],
  [
    "union(createObject('a', 1, 'b', createObject('x', 1)), createObject('b', createObject('y', 2)))",
    { a: 1, b: { x: 1, y: 2 } },
  ],
  ["union(createArray(1, 2), createArray(2, 3))", [1, 2, 3]],
  ["array('a')", ["a"]],
  ["json('{\"a\":[1,null]}').a[0]", 1],
  ["string(createArray(1))", "[1]"],
  ["string(true())", "True"],
  ["int('42')", 42],
  ["empty('')", true],
  ["empty(concat('x', parameters('name')))", false],
  ["contains(createObject('Key', 1), 'key')", true],
  ["contains(parameters('list'), 'c')", false],
  ["split('a;b,c', createArray(';', ','))", ["a", "b", "c"]],
  ["join(createArray('a', 'b'), '/')", "a/b"],
  ["add(2, mul(3, 4))", 14],
  ["map(range(1, 2), lambda('i', concat('x', lambdaVariables('i'))))", ["x1", "x2"]],
  ["filter(parameters('list'), lambda('v', equals(lambdaVariables('v'), 'b')))", ["b"]],
  ["tryGet(createObject('a', createArray(5)), 'a', 0)", 5],
  ["tryGet(createObject('a', 1), 'b')", null],
  ["reduce(range(1, 3), 0, lambda('sum', 'n', add(lambdaVariables('sum'), lambdaVariables('n'))))", 6],
  ["toObject(parameters('list'), lambda('v', lambdaVariables('v')))", { a: "a", b: "b" }],
  ["parameters('login').user", "u"],
  [
    "resourceId('Microsoft.KeyVault/vaults/secrets', 'v', 's')",
    `${group}/providers/Microsoft.KeyVault/vaults/v/secrets/s`,
  ],
  [
    "resourceId('other', 'Microsoft.ManagedIdentity/userAssignedIdentities/', 'i')",
    `${id}/resourceGroups/other/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i`,
  ],
  [
    "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'r')",
    `${id}/providers/Microsoft.Authorization/roleDefinitions/r`,
  ],
  [
    "extensionResourceId(resourceGroup().id, 'Microsoft.Authorization/locks', 'l')",
    `${group}/providers/Microsoft.Authorization/locks/l`,
  ],
  ["concat('https://x', environment().suffixes.keyvaultDns)", "https://x.vault.azure.net"],
  ["equals(uniqueString(resourceGroup().id), uniqueString(resourceGroup().id))", true],
  ["equals(guid('a'), guid('b'))", false],
  ["length(uniqueString('a'))", 13],
];

const undecided: readonly (readonly [expression: string, why: string])[] = [
  ["parameters('name')", "parameters('name') has no value"],
  ["concat('https://', parameters('name'))", "parameters('name') has no value"],
  ["uniqueString(parameters('name'))", "parameters('name') has no value"],
  ["equals(parameters('name'), 'x')", "parameters('name') has no value"],
  ["length(parameters('name'))", "parameters('name') has no value"],
  ["parameters('nowhere')", "parameters('nowhere') is not declared"],
  ["variables('circle')", "a value needs itself"],
  ["newGuid()", "newGuid() differs at each deployment"],
  ["deployment().name", "deployment() is known only at deployment"],
  ["reference('Microsoft.Web/sites/x').hostNames[0]", "reference() is known only at deployment"],
  ["contoso.unknown('x')", "the function contoso.unknown() is not known here"],
  ["dateTimeAdd('2020-01-01', 'P1D')", "the function datetimeadd() is not known here"],
  ["toLower('a'", "an expression cannot be read"],
  ["mod(1, 0)", "mod() is not evaluated with these arguments"],
  ["createObject('a', 1).b", "a property is missing"],
];

const secret = [
  "parameters('secret')",
  "concat('Bearer ', parameters('secret'))",
  "parameters('settings').key",
  "parameters('login').password",
  "parameters('token')",
  "listKeys('x', '2023-01-01').keys[0].value",
  "listCallbackUrl('x', '2019-05-01').value",
  "toUpper(base64(parameters('secret')))",
];

describe("An expression of a template", () => {
  for (const [expression, value] of decided) {
    it(`has its value: ${expression}`, () => {
      assert.deepEqual(evaluate(expression, template), value);
    });
  }

  for (const [expression, why] of undecided) {
    it(`is unknown, with the reason: ${expression}`, () => {
      assert.equal(evaluate(expression, template), unknown);
      assert.deepEqual(reasons(expression, template), [why]);
    });
  }

  for (const expression of secret) {
    it(`is a secret: ${expression}`, () => {
      assert.equal(evaluate(expression, template, { secret: "planted", settings: { key: "planted" } }), encrypted);
    });
  }

  it("takes a parameter's value from what is given, and then from its default", () => {
    assert.equal(evaluate("parameters('derived')", template, { given: "x" }), "x-1");
    assert.equal(evaluate("parameters('name')", template, { name: "[not evaluated]" }), "[not evaluated]");
  });

  it("has a stand-in for a location in an id that is judged by its end", () => {
    const api = "subscriptionResourceId('Microsoft.Web/locations/managedApis', parameters('name'), 'keyvault')";
    assert.equal(evaluate(api, template), `${id}/providers/Microsoft.Web/locations/location/managedApis/keyvault`);
    assert.equal(evaluate("resourceId('Microsoft.KeyVault/vaults', parameters('name'))", template), unknown);
  });

  it("calls functions that the template declares", () => {
    const functions = [
      {
        namespace: "contoso",
        members: {
          name: {
            parameters: [{ name: "prefix", type: "string" }],
            output: { type: "string", value: "[concat(toLower(parameters('prefix')), '-x')]" },
          },
        },
      },
    ];
    assert.equal(evaluate("contoso.name('KV')", { functions }), "kv-x");
  });

  it("stands in the names of properties too, and is not what Logic Apps evaluates", () => {
    const body = {
      "[concat('a', 'b')]": "[[literal]",
      "[parameters('name')]": 1,
      text: "@{variables('x')}",
      list: "[1, 2",
      copy: [{ name: "loop", count: 2, input: { index: "[copyIndex('loop')]" } }],
    };
    const { resources } = expand({ ...template, resources: [{ type: "A.B/c", name: "n", properties: body }] });
    assert.deepEqual(resources[0]?.body.properties, {
      ab: "[literal]",
      "[parameters('name')]": 1,
      text: "@{variables('x')}",
      list: "[1, 2",
      loop: [{ index: 0 }, { index: 1 }],
    });
  });

  it("ends in time, whatever doubles or nests in it", () => {
    const doubled = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `v${index}`,
        `[concat(variables('v${index + 1}'), variables('v${index + 1}'))]`,
      ]),
    );
    assert.equal(evaluate("variables('v0')", { variables: { ...doubled, v60: "x" } }), unknown);
    const listed = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `v${index}`,
        `[createArray(variables('v${index + 1}'), variables('v${index + 1}'))]`,
      ]),
    );
    assert.ok(Array.isArray(evaluate("variables('v0')", { variables: { ...listed, v60: "x" } })));
    assert.equal(evaluate(`${"not(".repeat(5000)}true()${")".repeat(5000)}`), unknown);
    const chained = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`v${index}`, `[variables('v${index + 1}')]`]),
    );
    assert.equal(evaluate("variables('v0')", { variables: { ...chained, v5000: "x" } }), unknown);
  });
});
