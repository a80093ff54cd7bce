export { decodeText } from "./decode-text";
export { asObject, isObject, type JsonObject } from "./json";
export * from "./map-json";
export { mapWithPath, type Path } from "./map-with-path";
export * from "./walk-actions";
export * from "./workflow-definition";
