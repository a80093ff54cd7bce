export * from "./building";
export * from "./walk-actions";
export * from "./workflow-definition";
