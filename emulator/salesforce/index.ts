export { createOrg, type Org, type OrgOptions, type OrgRequest } from "./service";
export type { ScriptedStatusCode } from "./row-behaviours";
export type { ScriptedErrorCode } from "./scripted-faults";
export type { Field, FieldValue, SObject, SObjectRecord } from "./sobject";
