export * from "./body-as-object";
export * from "./map-json";
export * from "./walk-actions";
export * from "./workflow-definition";
