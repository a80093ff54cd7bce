import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { permitsAction, permitsDataAction, readRolePermissions } from "../../azure";

const setSecret = "Microsoft.KeyVault/vaults/secrets/setSecret/action";
const runTrigger = "Microsoft.Logic/workflows/triggers/run/action";

describe("A role's permissions", () => {
  it("permit an action that a pattern of actions matches, whatever its case", () => {
    assert.equal(permitsAction([{ actions: ["microsoft.logic/workflows/*/ACTION"] }], runTrigger), true);
    assert.equal(permitsDataAction([{ dataActions: ["Microsoft.KeyVault/vaults/secrets/*"] }], setSecret), true);
  });

  it("keep control-plane actions and data actions apart", () => {
    assert.equal(permitsAction([{ dataActions: ["*"] }], runTrigger), false);
    assert.equal(permitsDataAction([{ actions: ["*"] }], setSecret), false);
  });

  it("do not permit what an entry excludes from its own actions", () => {
    assert.equal(permitsAction([{ actions: ["*"], notActions: ["Microsoft.Logic/*"] }], runTrigger), false);
    assert.equal(permitsDataAction([{ dataActions: ["*"], notDataActions: [setSecret] }], setSecret), false);
  });

  it("permit what one entry excludes and another one permits", () => {
    const excluding = { dataActions: ["*"], notDataActions: [setSecret] };
    assert.equal(permitsDataAction([excluding, { dataActions: [setSecret] }], setSecret), true);
  });

  it("permit nothing without an entry or a list", () => {
    assert.equal(permitsAction([], runTrigger), false);
    assert.equal(permitsAction([{}], runTrigger), false);
    assert.equal(permitsDataAction([{}], setSecret), false);
  });
});

describe("Permissions that Azure Resource Manager returned", () => {
  it("are read as lists of texts, whatever else stands there", () => {
    const [read] = readRolePermissions([{ actions: ["a"], dataActions: "not a list", notDataActions: null }]);
    assert.deepEqual(read, { actions: ["a"], notActions: [], dataActions: [], notDataActions: [] });
    assert.deepEqual(readRolePermissions(undefined), []);
  });
});
