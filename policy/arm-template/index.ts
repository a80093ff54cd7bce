export { expandTemplate } from "./expand-template";
export { parseTemplate } from "./declared-deployment";
export type { DeclaredResource } from "./declared-resource";
export type { ExpandedOutput, ExpandedTemplate } from "./expand-template";
export { previewedValue } from "./evaluate-value";
export { readGiven } from "./given-parameters";
export { settle } from "./settle";
export { isSecure, withType } from "./parameter-types";
export { keyOf, Undecided, undecidedIn } from "./undecided";
