export * from "./literal-text";
export * from "./walk-actions";
export * from "./workflow-definition";
