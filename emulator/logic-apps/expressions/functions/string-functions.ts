import { textOf } from "../values/text-of";
import { changeCase } from "./change-case";
import { formatNumber } from "./formats/format-number";
import { foldCase, lastIndexOf, nthIndexOf, slice } from "./string-positions";
import type { FunctionGroup } from "./workflow-function";

const mostCharacters = 104_857_600;

export const stringFunctions: FunctionGroup = {
  concat: {
    takes: [1, Infinity],
    call(given) {
      const result = given.values.map(textOf).join("");
      if (result.length > mostCharacters) throw given.failure(`the result is longer than ${mostCharacters} characters`);
      return result;
    },
  },
  // The reference: indexOf, lastIndexOf, startsWith and endsWith ignore case; contains and replace do not.
  endsWith: { takes: [2, 2], call: (given) => foldCase(given.text(0)).endsWith(foldCase(given.text(1))) },
  startsWith: { takes: [2, 2], call: (given) => foldCase(given.text(0)).startsWith(foldCase(given.text(1))) },
  indexOf: { takes: [2, 2], call: (given) => foldCase(given.text(0)).indexOf(foldCase(given.text(1))) },
  lastIndexOf: { takes: [2, 2], call: (given) => lastIndexOf(given.text(0), given.text(1)) },
  nthIndexOf: { takes: [3, 3], call: nthIndexOf },
  formatNumber: { takes: [2, 3], call: formatNumber },
  replace: {
    takes: [3, 3],
    call(given) {
      const [text, from, to] = [given.text(0), given.text(1), given.text(2)];
      if (from === "") throw given.failure("argument 2 is an empty string");
      return text.replaceAll(from, () => to);
    },
  },
  slice: { takes: [2, 3], call: slice },
  split: {
    takes: [2, 2],
    call(given) {
      const [text, delimiter] = [given.text(0), given.text(1)];
      return delimiter === "" ? [text] : text.split(delimiter);
    },
  },
  substring: {
    takes: [2, 3],
    call(given) {
      const [text, start] = [given.text(0), given.index(1)];
      const length = given.has(2) ? given.index(2) : text.length - start;
      if (start < 0 || length < 0 || start + length > text.length) {
        throw given.failure("arguments 2 and 3 reach beyond the string");
      }
      return text.substring(start, start + length);
    },
  },
  toLower: { takes: [1, 1], call: (given) => changeCase(given, (text) => text.toLowerCase()) },
  toUpper: { takes: [1, 1], call: (given) => changeCase(given, (text) => text.toUpperCase()) },
  trim: { takes: [1, 1], call: (given) => given.text(0).trim() },
};
