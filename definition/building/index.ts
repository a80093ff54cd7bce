export { afterSuccess } from "./after-success";
export { answerAsJson } from "./answer-as-json";
export { bodyAsObject } from "./body-as-object";
export { codeOf, fitsAnswer, fitsText, type Cause } from "./cause";
export { failRun } from "./fail-run";
export { isTrue } from "./is-true";
export { literalText } from "./literal-text";
export { textOf } from "./text-of";
export { unixTimeAfter } from "./unix-time-after";
