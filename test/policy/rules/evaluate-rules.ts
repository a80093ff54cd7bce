import { connectorDocument } from "../../../policy/rules/connectors/connector-document";
import { hiddenTokens } from "../../../policy/rules/secrets/hidden-tokens";
import { httpsAndAudience } from "../../../policy/rules/network/https-and-audience";
import { noCredentials } from "../../../policy/rules/secrets/no-credentials";
import { secureParameters } from "../../../policy/rules/secrets/secure-parameters";
import { writtenSecretNames } from "../../../policy/rules/secrets/written-secret-names";
import type { Report, Rule } from "../../../policy/rule/rule";
import type { Stack } from "../../../policy/model";
import { buildModel } from "../../../policy/model";

export interface Evaluation {
  /** `rule urn path`, each with its message. */
  readonly findings: readonly {
    readonly rule: string;
    readonly urn: string;
    readonly path: string;
    readonly message: string;
  }[];
  readonly undecided: readonly { readonly rule: string; readonly urn: string; readonly path: string }[];
}

/** The rules about definitions and connectors. */
export const definitionRules = [
  connectorDocument,
  writtenSecretNames,
  hiddenTokens,
  noCredentials,
  secureParameters,
  httpsAndAudience,
] as readonly Rule[];

/** What the rules about definitions say of a stack, by their default configuration or another. */
export function evaluateRules(stack: Stack, configuration: Readonly<Record<string, object>> = {}): Evaluation {
  const findings: Evaluation["findings"][number][] = [];
  const undecided: Evaluation["undecided"][number][] = [];
  const model = buildModel(stack);
  for (const rule of definitionRules) {
    const report: Report = {
      finding: ({ urn = "", path, message }) => findings.push({ rule: rule.id, urn, path, message }),
      undecided: ({ urn, path }) => undecided.push({ rule: rule.id, urn, path }),
      declaredReason: () => undefined,
    };
    rule.evaluate(model, { ...rule.configuration.defaults, ...configuration[rule.id] }, report);
  }
  return { findings, undecided };
}
