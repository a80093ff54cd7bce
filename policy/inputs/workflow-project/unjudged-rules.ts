import type { Finding, RuleDescription } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";

/** Rule on what the files of a project do not say. */
export const unjudgedRules: RuleDescription = {
  id: "unjudged-rules",
  sentence: "Every rule could be asked.",
  fault: "Some rules could not be evaluated.",
  level: "advisory",
  levelReason: "No project can have what these rules need.",
  reason: "A project has neither the app's identity nor its grants, vaults, access restrictions and alerts.",
  remediation: "Check what deploys the app too, with --template or --state; to enforce it, make this rule mandatory.",
  reference: "https://learn.microsoft.com/azure/logic-apps/create-single-tenant-workflows-visual-studio-code",
  configuration: noConfiguration,
};

/** Rules whose answer depends on resources that no project of workflows has. */
export const notJudged = [
  "excess-permissions",
  "missing-permissions",
  "destructive-permissions",
  "privileged-roles",
  "wide-scopes",
  "custom-roles",
  "authorization-model",
  "traced-grants",
  "open-triggers",
  "run-history-access",
  "rewritten-secrets",
  "vault-recovery",
  "vault-network",
  "dependable-refresh",
  "dependable-receiver",
  "callback-url-outputs",
  "connector-document",
] as const;

export function findUnjudgedRules(): Finding {
  return {
    rule: unjudgedRules.id,
    level: unjudgedRules.level,
    message:
      "A project does not say what its app may do, who may call it, and what watches it. " +
      `These rules were not asked: ${notJudged.join(", ")}.`,
  };
}
