import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { callsIn, parseExpression } from "../../../../definition/expressions";
import { evaluate, isSupportedFunction } from "../../../../emulator/logic-apps/expressions";
import { supportedFunctionNames } from "../../../../emulator/logic-apps/expressions/functions";
import { exampleScope } from "./example-scope";
import { collectionExamples, dateTimeExamples } from "./reference-examples";
import {
  conversionExamples,
  logicalExamples,
  mathExamples,
  stringExamples,
  uriExamples,
  workflowExamples,
} from "./reference-examples-of-values";

const groups = {
  string: stringExamples,
  collection: collectionExamples,
  "logical comparison": logicalExamples,
  conversion: conversionExamples,
  math: mathExamples,
  "date and time": dateTimeExamples,
  workflow: workflowExamples,
  "URI parsing": uriExamples,
};

/** Functions of which the reference gives no example with a result that could be expected. */
const withoutExample: Readonly<Record<string, string>> = {
  addProperty: "the documented result renames a property; the nested example holds it",
  decodeBase64: "deprecated, no example: the same function as base64ToString",
  item: "no result given; see evaluate.test.ts",
  items: "no result given; see evaluate.test.ts",
  iterationIndexes: "no result given; see evaluate.test.ts",
  outputs: "the result is abbreviated; see evaluate.test.ts",
  result: "the result is abbreviated; see evaluate.test.ts",
  ticks: "no example; see date-time-functions.test.ts",
  trigger: "no result given; see evaluate.test.ts",
  triggerBody: "no result given; see evaluate.test.ts",
  triggerOutputs: "no result given; see evaluate.test.ts",
  uriScheme: "the documented result is wrong; see functions/values.test.ts",
  workflow: "no result given; see evaluate.test.ts",
};

/** Functions of the reference that the emulator refuses, and why. */
const unsupported: Readonly<Record<string, string>> = {
  action: "only in places that the scope does not know",
  base64ToBinary: "content envelopes",
  binary: "content envelopes",
  convertFromUtc: "Windows time zones",
  convertTimeZone: "Windows time zones",
  convertToUtc: "Windows time zones",
  dataUriToBinary: "content envelopes",
  decimal: ".NET decimals",
  decodeDataUri: "content envelopes",
  formDataMultiValues: "form data",
  formDataValue: "form data",
  guid: "not deterministic",
  listCallbackUrl: "webhooks",
  multipartBody: "multipart",
  parseDateTime: "the date formats of each culture",
  rand: "not deterministic",
  triggerFormDataMultiValues: "form data",
  triggerFormDataValue: "form data",
  triggerMultipartBody: "multipart",
  uriComponentToBinary: "content envelopes",
  xml: "XML",
  xpath: "XML",
};

describe("examples of the function reference", () => {
  for (const [group, examples] of Object.entries(groups)) {
    describe(group, () => {
      for (const { expression, expected, now } of examples) {
        it(expression, () => {
          const scope = exampleScope(now === undefined ? {} : { now: () => new Date(now) });
          assert.deepEqual(evaluate(`@${expression}`, scope), expected);
        });
      }
    });
  }

  it("cover every supported function, or say why not", () => {
    const outermost = Object.values(groups)
      .flat()
      .flatMap(({ expression }) => callsIn(parseExpression(expression))[0]?.name ?? []);
    const covered = new Set([...outermost, ...Object.keys(withoutExample)]);
    assert.deepEqual([...covered].sort(), [...supportedFunctionNames].sort());
  });

  it("of a function that the emulator does not support are refused", () => {
    for (const name of Object.keys(unsupported)) assert.equal(isSupportedFunction(name), false, name);
  });
});
