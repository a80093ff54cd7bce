import { asObject } from "../../../../definition/json";
import { follow } from "../../../provenance";
import type { Scope } from "../scope";
import { numericOf } from "../values/number";
import { textOf } from "../values/text-of";
import type { Arguments } from "./arguments";
import { base64Text, dataUriText } from "./formats/base64";
import { isFloat, readFloat } from "./formats/read-float";
import { isInt, readInteger } from "./formats/read-integer";
import { readJson } from "./formats/read-json";
import { decodeUriComponent, encodeUriComponent } from "./formats/uri-component";
import type { FunctionGroup, WorkflowFunction } from "./workflow-function";

const encode: WorkflowFunction = { takes: [1, 1], call: (given) => encodeUriComponent(given.text(0)) };
const decode: WorkflowFunction = { takes: [1, 1], call: (given) => decodeUriComponent(given.text(0)) };
const fromBase64: WorkflowFunction = { takes: [1, 1], call: base64Text };

export const conversionFunctions: FunctionGroup = {
  array: {
    takes: [1, 1],
    call(given) {
      const [value] = given.values;
      if (typeof value === "object") throw given.wrongType(0, "a string, a number or a boolean");
      return [value];
    },
  },
  base64: { takes: [1, 1], call: (given) => Buffer.from(given.text(0)).toString("base64") },
  base64ToString: fromBase64,
  decodeBase64: fromBase64,
  bool: { takes: [1, 1], call: bool },
  createArray: { takes: [1, Infinity], call: ({ values }) => [...values] },
  dataUri: {
    takes: [1, 1],
    call: (given) => `data:text/plain;charset=utf-8;base64,${Buffer.from(given.text(0)).toString("base64")}`,
  },
  dataUriToString: { takes: [1, 1], call: dataUriText },
  decodeUriComponent: decode,
  uriComponentToString: decode,
  encodeUriComponent: encode,
  uriComponent: encode,
  float: { takes: [1, 2], call: readFloat },
  isFloat: { takes: [1, 2], call: isFloat },
  int: { takes: [1, 1], call: readInteger },
  isInt: { takes: [1, 1], call: isInt },
  json: { takes: [1, 1], call: readJson },
  string: { takes: [1, 1], call: text },
};

function text({ values: [value] }: Arguments, { readings }: Scope): string {
  const { $content, "$content-type": type } = asObject(value);
  const isEnvelope = typeof $content === "string" && typeof type === "string";
  return isEnvelope && follow(readings, "stringOfEnvelope") === "decoded"
    ? Buffer.from($content, "base64").toString("utf8")
    : textOf(value);
}

function bool(given: Arguments): boolean {
  const [value] = given.values;
  if (typeof value === "boolean") return value;
  const numeric = numericOf(value);
  if (numeric !== undefined) return Number(numeric) !== 0;
  const word = given.text(0).trim().toLowerCase();
  if (word !== "true" && word !== "false") throw given.failure("argument 1 is neither 'true' nor 'false'");
  return word === "true";
}
