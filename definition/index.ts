export * from "./walk-actions";
export * from "./workflow-definition";
