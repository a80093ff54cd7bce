import type { Stack } from "../model";
import { findUnread, placeSeparator } from "../resource-forms";
import type { Finding, RuleDescription } from "../rule/rule";
import { noConfiguration } from "../rule/rule";

/** Rule on resources of an exported state that no other rule reads. */
export const unreadResources: RuleDescription = {
  id: "unread-resources",
  sentence: "Every resource of an exported state that can hold a workflow, a connection, a vault or a grant is read.",
  fault: "Some resources of the stack were not looked at.",
  level: "mandatory",
  levelReason:
    "Without reading such a resource, a success would be a guess. Types that cannot hold what the rules judge are only counted, as advisory.",
  reason: "Rules cannot check a resource that they do not read, and a report without findings would hide that.",
  remediation: "Declare it with azure-native's own resource type, or check it otherwise and disable this rule.",
  reference: "https://www.pulumi.com/registry/packages/azure-native/",
  configuration: noConfiguration,
};

/** Reports each unread resource that can hold what the rules judge, and counts all others in one advisory finding. */
export function findUnreadResources(stack: Stack): readonly Finding[] {
  const { carriers, others, recognised } = findUnread(stack);
  const { id: rule, level } = unreadResources;
  const counted = [...others].map(([type, count]) => `${type} ${count}`).join(", ");
  return [
    ...carriers.map(({ urn, type }) => ({
      rule,
      level,
      ...placeOf(urn),
      message: `No rule reads a resource of this type: ${type}.`,
    })),
    ...(recognised > 0 || carriers.length > 0
      ? []
      : [
          {
            rule,
            level,
            message: "No resource of the stack is of a type that the rules read, so nothing was checked.",
          },
        ]),
    ...(others.size === 0
      ? []
      : [{ rule, level: "advisory" as const, message: `Resources of other types were not looked at: ${counted}.` }]),
  ];
}

/** The outer resource of one within another, with the place in it. */
function placeOf(urn: string): Pick<Finding, "urn" | "path"> {
  const [outer = urn, path] = urn.split(placeSeparator);
  return { urn: outer, path: path === undefined ? "type" : `${path}.type` };
}
