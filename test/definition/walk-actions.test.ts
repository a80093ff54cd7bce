import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findActionPath, walkActions } from "../../definition";

const leaf = { type: "Compose" };
const definition = {
  actions: {
    Outer: { type: "If", actions: { In_if: leaf }, else: { actions: { In_else: leaf } } },
    Choice: {
      type: "Switch",
      cases: { One: { actions: { In_case: leaf } } },
      default: { actions: { Other: leaf } },
    },
    Loop: { type: "Foreach", actions: { Inner: { type: "Scope", actions: { Deep: leaf } } } },
  },
};

describe("walkActions", () => {
  it("finds actions in every kind of branch, with what is around them", () => {
    assert.deepEqual(
      walkActions(definition).map(({ name, within }) => [name, within.map((outer) => `${outer.name}/${outer.branch}`)]),
      [
        ["Outer", []],
        ["In_if", ["Outer/actions"]],
        ["In_else", ["Outer/else"]],
        ["Choice", []],
        ["In_case", ["Choice/cases.One"]],
        ["Other", ["Choice/default"]],
        ["Loop", []],
        ["Inner", ["Loop/actions"]],
        ["Deep", ["Loop/actions", "Inner/actions"]],
      ],
    );
  });

  it("knows where each action stands", () => {
    const paths = {
      Outer: "actions.Outer",
      In_else: "actions.Outer.else.actions.In_else",
      In_case: "actions.Choice.cases.One.actions.In_case",
      Other: "actions.Choice.default.actions.Other",
      Deep: "actions.Loop.actions.Inner.actions.Deep",
    };
    for (const [name, path] of Object.entries(paths)) assert.equal(findActionPath(definition, name), path);
    assert.equal(findActionPath(definition, "Unknown"), "actions.Unknown");
    assert.equal(findActionPath(undefined, "Deep"), "actions.Deep");
  });

  it("finds nothing in what is no definition", () => {
    for (const odd of [undefined, null, 1, "text", [], {}, { actions: [] }, { actions: null }]) {
      assert.deepEqual(walkActions(odd), []);
    }
  });

  it("reads an action that is none as one without a type", () => {
    assert.deepEqual(walkActions({ actions: { Odd: null } }), [
      { name: "Odd", type: "", action: {}, branchPath: "actions", within: [] },
    ]);
  });
});
