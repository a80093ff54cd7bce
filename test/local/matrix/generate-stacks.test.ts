import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { allClouds } from "../../../azure";
import { misfitKinds } from "../../../local/matrix/expected/misfit-kinds";
import { generateMatrix, wantedTuples, type Matrix } from "../../../local/matrix/generate-stacks";
import { matrixFactors } from "../../../local/matrix/factors";
import { isToSucceed, type MatrixStack } from "../../../local/matrix/matrix-stack";
import { isRunByCommands } from "../../../local/matrix/run-matrix";
import { completion } from "../../../local/pairwise/cover";
import { contains } from "../../../local/pairwise/factors";
import { parseSettings } from "../../../settings";
import { consumerFields } from "../../../settings/fields/consumer-fields";
import { stackFields } from "../../../settings/fields/stack-fields";
import { tokenFields } from "../../../settings/fields/token-fields";

const isFitting = ({ expected }: MatrixStack) => isToSucceed(expected);

describe("The stacks of the matrix", function () {
  this.timeout(30_000);
  let matrix: Matrix;
  let stacks: readonly MatrixStack[];
  let fitting: readonly MatrixStack[];

  before(() => {
    matrix = generateMatrix();
    stacks = matrix.stacks;
    fitting = stacks.filter(isFitting);
  });

  it("are at least 60 that fit their token servers, none twice, and the commands run at least 10", () => {
    assert.ok(fitting.length >= 60, String(fitting.length));
    assert.equal(new Set(stacks.map(({ choices }) => JSON.stringify(choices))).size, stacks.length);
    assert.ok(stacks.filter(isRunByCommands).length >= 10);
  });

  it("are numbered from 1, those that do not fit last", () => {
    assert.deepEqual(
      stacks.map(({ number }) => number),
      stacks.map((_, index) => index + 1),
    );
    assert.deepEqual([...fitting, ...stacks.filter((stack) => !isFitting(stack))], stacks);
  });

  it("are accepted by the settings", () => {
    for (const { settings } of stacks)
      assert.doesNotThrow(() => parseSettings({ ...settings }), JSON.stringify(settings));
  });

  it("have every key of the settings, of tokens and of consumers", () => {
    const [stackKeys, tokenKeys, consumerKeys] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const { settings } of fitting) {
      for (const key of Object.keys(settings)) stackKeys.add(key);
      for (const key of settings.tokens.flatMap((token) => Object.keys(token))) tokenKeys.add(key);
      for (const key of (settings.consumers ?? []).flatMap((consumer) => Object.keys(consumer))) consumerKeys.add(key);
    }
    assert.deepEqual([...stackKeys].sort(), Object.keys(stackFields).sort());
    assert.deepEqual([...consumerKeys].sort(), Object.keys(consumerFields).sort());
    assert.deepEqual([...tokenKeys].sort(), Object.keys(tokenFields).sort());
  });

  it("have every two alternatives together that neither the settings nor a token server refuse", () => {
    const misfits = matrix.misfits.map(({ choices }) => choices);
    const complete = completion(matrixFactors, [...matrix.contradictions, ...misfits]);
    const missing = wantedTuples().filter(
      (tuple) => !fitting.some(({ choices }) => contains(choices, tuple)) && complete(tuple) !== undefined,
    );
    assert.deepEqual(missing, []);
    // Not all are refused: most pairs are there.
    const there = wantedTuples().filter((tuple) => fitting.some(({ choices }) => contains(choices, tuple)));
    assert.ok(there.length > 0.9 * wantedTuples().length, `${there.length} of ${wantedTuples().length}`);
  });

  it("have a consumer in every cloud", () => {
    const withConsumer = fitting.filter(({ choices }) => choices["consumers"] === "of a topic");
    assert.deepEqual(
      [...new Set(withConsumer.map(({ choices }) => choices["cloud"]))].sort(),
      [...allClouds.map(({ name }) => name), "unset"].sort(),
    );
  });

  it("include one for each kind of misfit, with what is expected of it", () => {
    assert.deepEqual(
      [...new Set(matrix.misfits.map(({ kind }) => kind.name))],
      misfitKinds.map(({ name }) => name),
    );
    const classes = new Set(stacks.map(({ expected }) => expected.refreshFails ?? expected.checkFails));
    assert.deepEqual(
      [...classes].sort(),
      ["BadAnswer", "TokenRequestRefused", "invalid_client", "invalid_scope", "new version", undefined].sort(),
    );
  });
});
