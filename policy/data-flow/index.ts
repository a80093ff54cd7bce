export { findExposures } from "./exposures";
export type { Exposure, ExposureKind } from "./exposures";
export { readRequest } from "./http-request";
export { writesSecret } from "./secret-sources";
export { knownText, withGaps } from "./known-text";
export type { KnownText, ParameterValues } from "./known-text";
export { textsOf } from "./leaves-of";
