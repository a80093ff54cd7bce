export { findExposures } from "./exposures";
export type { Exposure, ExposureKind, UnknownPlace } from "./exposures";
export { readRequest } from "./http-request";
export type { SentRequest } from "./http-request";
export { writesSecret } from "./secret-sources";
export { gap, knownText, withGaps } from "./known-text";
export type { KnownText, ParameterValues } from "./known-text";
export { leavesOf, textsOf } from "./leaves-of";
export type { Leaf, PlacedText } from "./leaves-of";
