export { compareAccess, partyKinds } from "./access";
export type { Access, AccessChange } from "./access";
export { accessChangeFlowchart, accessFlowchart } from "./access-flowchart";
export { readAccess } from "./read-access";
export { changesFlowchart, readStackChange } from "./stack-change";
export type { StackChange } from "./stack-change";
