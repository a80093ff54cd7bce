import assert from "node:assert/strict";
import { it } from "mocha";
import { evaluatePolicies } from "../../../policy/evaluation/evaluate-policies";
import type { Stack } from "../../../policy/model";
import { StackEditor } from "./stack-editor";

/** A small change of a good stack, and the rules that find it: exactly these; none for a good neighbour. */
export type Mutation = readonly [what: string, rules: readonly string[], edit: (stack: StackEditor) => unknown];

/** Ids of the mandatory rules that find something, in order. */
export function mandatoryRules(stack: Stack): readonly string[] {
  const { findings } = evaluatePolicies(stack);
  return [...new Set(findings.filter(({ level }) => level === "mandatory").map(({ rule }) => rule))].sort();
}

/** Tests that each mutation is found by the rules that it names, and by no other mandatory one. */
export function testMutations(base: () => Stack, mutations: readonly Mutation[]): void {
  for (const [what, rules, edit] of mutations) {
    it(rules.length === 0 ? `keep silent: ${what}` : `${rules.join(", ")}: ${what}`, () => {
      const editor = new StackEditor(base());
      edit(editor);
      assert.deepEqual(mandatoryRules(editor.result()), [...rules].sort());
    });
  }
}
