import { openTriggerReasonTag } from "../../../access/open-trigger-reason";
import { asObject } from "../../../definition";
import type { ModelWorkflow } from "../../model";
import { isUnknown } from "../../model";
import type { Report, Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";
import { readCallers } from "./read-callers";

export const openTriggers: Rule = {
  id: "open-triggers",
  sentence: "A Request trigger accepts only specified callers, or the workflow states why it does not.",
  fault: "A Request trigger accepts any caller, and the workflow does not state why.",
  level: "mandatory",
  levelReason:
    "Anyone with the URL can start the workflow with its permissions. Where that is intended, a tag with the reason is enough.",
  reason: "The key in a callback URL is a password that never expires, and it alone is enough to call the trigger.",
  remediation:
    "Set accessControl.triggers.allowedCallerIpAddresses, or an authorization policy, or give the workflow the tag " +
    `${openTriggerReasonTag} with the reason, which every report lists.`,
  reference: "https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#secure-inbound-requests",
  configuration: noConfiguration,
  evaluate({ workflows }, _, report) {
    for (const workflow of workflows) {
      for (const [name, trigger] of Object.entries(asObject(asObject(workflow.definition).triggers))) {
        const { type } = asObject(trigger);
        if (typeof type === "string" && type.toLowerCase() === "request") check(workflow, name, report);
      }
    }
  },
};

function check({ urn, resource: { properties } }: ModelWorkflow, trigger: string, report: Report): void {
  const { triggers } = asObject(properties.accessControl);
  const callers = isUnknown(properties.accessControl) ? "unknown" : readCallers(triggers);
  if (callers === "some" || hasPolicy(triggers)) return;
  const reason = asObject(properties.tags)[openTriggerReasonTag];
  if (typeof reason === "string" && reason.trim() !== "") {
    report.declaredReason({ urn, reason: reason.trim() });
  } else if (callers === "unknown" || isUnknown(properties.tags) || isUnknown(reason)) {
    report.undecided({ urn, path: "accessControl.triggers" });
  } else {
    const message = `Anyone who has its key can call the trigger "${trigger}" from any address, and the workflow states no reason.`;
    report.finding({ urn, path: "accessControl.triggers", message });
  }
}

function isClaim(claim: unknown): boolean {
  const { name, value } = asObject(claim);
  return [name, value].every((part) => isUnknown(part) || (typeof part === "string" && part !== ""));
}

/** A policy counts if it asks for a claim; one without claims admits every token. */
function hasPolicy(triggers: unknown): boolean {
  const { policies } = asObject(asObject(triggers).openAuthenticationPolicies);
  return Object.values(asObject(policies)).some((policy) => {
    const { claims } = asObject(policy);
    return Array.isArray(claims) && (claims as unknown[]).some(isClaim);
  });
}
