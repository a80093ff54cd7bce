export { afterSuccess } from "./after-success";
export { bodyAsObject } from "./body-as-object";
export { choose } from "./choose";
export { failRun } from "./fail-run";
export { isTrue } from "./is-true";
export { textOf } from "./text-of";
export { unixTimeIn } from "./unix-time-in";
