import { packRules } from "../evaluation/pack-rules";
import { encryptedDefinitions, secretsInFiles, undecidedExpressions, unjudgedRules, unreadResources } from "../inputs";
import type { RuleDescription } from "../rule/rule";
import { rulesBySubject } from "../rules";

/** Rules that share a page of the documentation. */
export interface Chapter {
  /** Name of the page and of the folder of its examples. */
  readonly subject: string;
  readonly title: string;
  readonly rules: readonly RuleDescription[];
}

/** Every rule of the pack. */
export const chapters: readonly Chapter[] = [
  { subject: "permissions", title: "Permissions", rules: rulesBySubject.permissions },
  { subject: "secrets", title: "Secrets", rules: rulesBySubject.secrets },
  { subject: "connectors", title: "Connectors", rules: rulesBySubject.connectors },
  { subject: "network", title: "Network", rules: rulesBySubject.network },
  { subject: "operations", title: "Operations", rules: rulesBySubject.operations },
  {
    subject: "evaluation",
    title: "The evaluation itself",
    rules: [...packRules, encryptedDefinitions, unreadResources, secretsInFiles, undecidedExpressions, unjudgedRules],
  },
];
