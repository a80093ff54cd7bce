export * from "./body-as-object";
export * from "./walk-actions";
export * from "./workflow-definition";
