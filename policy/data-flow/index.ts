export { findExposures } from "./exposures";
export type { Exposure, ExposureKind } from "./exposures";
export { readRequest } from "./http-request";
export { writesSecret } from "./taint-sources";
export { foldText, fillGaps } from "./fold-text";
export type { FoldedText, ParameterValues } from "./fold-text";
export { findTexts } from "./find-leaves";
