import type { Stack, StackResource } from "../stack";
import { placeSeparator, readForms } from "./read-forms";

/** Types that the rules read, in azure-native's form and in lower case. */
const readTypes = new Set(
  (
    "logic:workflow web:connection web:customapi keyvault:vault keyvault:accesspolicy keyvault:secret " +
    "authorization:roleassignment authorization:roledefinition authorization:roleassignmentschedulerequest " +
    "authorization:roleeligibilityschedulerequest authorization:pimroleassignmentschedule " +
    "authorization:pimroleeligibilityschedule managedidentity:userassignedidentity monitor:actiongroup " +
    "insights:actiongroup monitor:metricalert insights:metricalert monitor:scheduledqueryrule insights:scheduledqueryrule " +
    "eventgrid:eventsubscription servicebus:namespace servicebus:queue servicebus:topic servicebus:subscription"
  )
    .split(" ")
    .map((type) => `azure-native:${type}`),
);

/** Types of Azure that hold nothing that the rules judge. */
const harmless =
  /^azure-native:(?:resources:resourcegroup|monitor:|insights:|operationalinsights:|storage:|network:|managedidentity:|portal:|authorization:(?:locks|managementlock))|^(?:random|time|tls|null|azuread):/i;

/** Types that can hold a workflow, a connection, a vault, a grant or a template, and are not read, or not always. */
const carriers =
  /^azure:(?:logicapps|keyvault|authorization|pim|core:\w*deployment)|^azapi:|^azure-native:(?:logic|keyvault|authorization|blueprint):|^azure-native:resources:(?:deployment|resource$|templatespec)|^azure-native:web:(?:connection|customapi)|^pulumi-\w+:dynamic:|^command:|^terraform/i;

/** Resources of a stack that no rule reads. */
export interface UnreadResources {
  /** Resources that can hold what the rules judge. */
  readonly carriers: readonly StackResource[];
  /** How many of the other ones there are, by their type. */
  readonly others: ReadonlyMap<string, number>;
  /** Number of resources of types that the rules read. */
  readonly recognised: number;
}

/** Finds what of a stack no rule looks at. */
export function findUnread(stack: Stack): UnreadResources {
  const forms = readForms(stack).resources;
  const read = forms.filter(({ type }) => readTypes.has(type.toLowerCase()));
  // A resource that stands for others, such as a template, is looked at by its parts.
  const seen = new Set(forms.map(({ urn }) => urn.split(placeSeparator)[0]));
  const unread = [...forms, ...stack.resources.filter(({ urn }) => !seen.has(urn))].filter(
    ({ type, isComponent }) =>
      isComponent !== true && !readTypes.has(type.toLowerCase()) && !isPartOfWorkflow(type) && !harmless.test(type),
  );
  const others = new Map<string, number>();
  for (const { type } of unread) if (!carriers.test(type)) others.set(type, (others.get(type) ?? 0) + 1);
  return { carriers: unread.filter(({ type }) => carriers.test(type)), others, recognised: read.length };
}

/** Read with the workflow that they belong to. */
function isPartOfWorkflow(type: string): boolean {
  return /^azure:logicapps:(?:action|trigger)/i.test(type);
}
