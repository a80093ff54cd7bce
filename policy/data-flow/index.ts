export { findExposures } from "./exposures";
export type { Exposure, ExposureKind, Exposures } from "./exposures";
export { isSameTaint, join, untainted } from "./taint";
export type { Taint } from "./taint";
export { readRequest } from "./http-request";
export { writesSecret } from "./taint-sources";
export { foldText, fillGaps } from "./fold-text";
export type { FoldedText, ParameterValues } from "./fold-text";
export { findTexts } from "./find-leaves";
