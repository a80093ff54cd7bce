import type {
  PolicyConfigSchema,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import type { JsonObject } from "../../definition";
import type { EvaluatedRule, RuleConfiguration } from "../evaluation/evaluate-rule";
import { evaluateRule } from "../evaluation/evaluate-rule";
import { evaluatePackRule } from "../evaluation/evaluate-policies";
import { exemptionsSchema } from "../rule/exemption";
import type { StackModel } from "../model";
import { buildModel } from "../model";
import { packRules } from "../evaluation/pack-rules";
import type { Finding, RuleDescription } from "../rule/rule";
import { rules } from "../rules";
import { readProperties } from "./read-properties";
import { convertStack } from "./convert-stack";

/** State of one analysis of a stack, shared by all policies: the engine runs them one after the other. */
class Analysis {
  readonly inputs = new Map<string, JsonObject>();
  private model: StackModel | undefined;
  private evaluated: EvaluatedRule[] = [];

  /** A resource is to be created or updated: whatever was found of the stack before is over. */
  registered(urn: string, inputs: JsonObject): void {
    this.inputs.set(urn, inputs);
    this.restart();
  }

  /** Asks a rule; asking one again means that a new analysis has begun. */
  evaluate(index: number, args: StackValidationArgs, today: string): readonly Finding[] {
    const [rule] = rules.slice(index, index + 1);
    if (rule === undefined) return [];
    if (this.evaluated.some((each) => each.rule === rule.id)) this.restart();
    this.model ??= buildModel(convertStack(args.resources, this.inputs));
    const result = evaluateRule(rule, this.model, args.getConfig<RuleConfiguration>(), today);
    this.evaluated.push(result);
    return result.findings;
  }

  results(): readonly EvaluatedRule[] {
    return this.evaluated;
  }

  private restart(): void {
    this.model = undefined;
    this.evaluated = [];
  }
}

/**
 * The rules as policies of Pulumi's SDK.
 *
 * @param today for exemptions
 */
export function policies(today = new Date()): (ResourceValidationPolicy | StackValidationPolicy)[] {
  const analysis = new Analysis();
  const day = today.toISOString().slice(0, 10);
  const tell = (findings: readonly Finding[], report: (message: string, urn?: string) => void): void => {
    for (const { message, path, remediation, urn } of findings) {
      const place = path === undefined ? "" : ` (${path})`;
      report([message + place, remediation].filter((part) => part !== undefined).join("\n"), urn);
    }
  };
  return [
    {
      name: "registered-inputs",
      description: "Notes what each resource is registered with, for the rules on the whole stack. It finds nothing.",
      enforcementLevel: "advisory",
      validateResource: ({ urn, props }) => {
        analysis.registered(urn, readProperties(props));
      },
    },
    ...rules.map((rule, index) => ({
      ...describe(rule),
      validateStack: (args: StackValidationArgs, report: (message: string, urn?: string) => void) => {
        tell(analysis.evaluate(index, args, day), report);
      },
    })),
    ...packRules.map((rule) => ({
      ...describe(rule),
      validateStack: (_: StackValidationArgs, report: (message: string, urn?: string) => void) => {
        tell(evaluatePackRule(rule, analysis.results(), rule.level), report);
      },
    })),
  ];
}

function describe(rule: RuleDescription): {
  name: string;
  description: string;
  enforcementLevel: "mandatory" | "advisory";
  configSchema: PolicyConfigSchema;
  remediationSteps: string;
  url: string;
} {
  const { properties } = rule.configuration.schema as { properties: PolicyConfigSchema["properties"] };
  return {
    name: rule.id,
    description: rule.fault,
    enforcementLevel: rule.level,
    configSchema: {
      properties: { ...properties, exempt: exemptionsSchema },
    },
    remediationSteps: rule.remediation,
    url: rule.reference,
  };
}
