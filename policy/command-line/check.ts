import { evaluatePolicies } from "../evaluation/evaluate-policies";
import type { PackConfiguration } from "../evaluation/evaluate-policies";
import {
  encryptedDefinitions,
  findEncryptedDefinitions,
  findUnreadResources,
  readEventLog,
  readState,
  unreadResources,
} from "../inputs";
import type { Stack } from "../model";
import { packRules } from "../evaluation/pack-rules";
import type { PolicyReport } from "../reports";
import type { RuleDescription } from "../rule/rule";
import { rules } from "../rules";

/** Everything that a report can name. */
export const catalogue: readonly RuleDescription[] = [...rules, ...packRules, encryptedDefinitions, unreadResources];

/** The file to check, and its kind. */
export interface Input {
  readonly kind: "state" | "event-log" | "config";
  readonly file: string;
}

/** Loads the stack that a program would make from a stack file; the pack itself knows no program. */
export type LoadProgram = (file: string) => Promise<Stack>;

/**
 * Evaluates the rules on one input.
 *
 * @throws InputError if the file is wrong, or what `loadProgram` throws
 */
export async function check(
  input: Input,
  loadProgram: LoadProgram,
  configuration: PackConfiguration = {},
): Promise<PolicyReport> {
  if (input.kind === "event-log") return readEventLog(input.file, catalogue);
  const stack = await (input.kind === "state" ? readState(input.file) : loadProgram(input.file));
  return reportOn(stack, configuration);
}

/** Result of evaluating a stack. */
export function reportOn(stack: Stack, configuration: PackConfiguration = {}): PolicyReport {
  const { findings, exempted, declaredReasons } = evaluatePolicies(stack, configuration);
  const isDisabled = ({ id }: RuleDescription): boolean => {
    const own = configuration[id];
    return ((typeof own === "object" ? own.enforcementLevel : own) ?? configuration.all) === "disabled";
  };
  return {
    resources: stack.resources.length,
    rules: catalogue.filter((rule) => !isDisabled(rule)),
    findings: [
      ...findings,
      ...findEncryptedDefinitions(stack),
      ...(isDisabled(unreadResources) ? [] : findUnreadResources(stack)),
    ],
    exempted,
    declaredReasons,
    sources: new Map(
      stack.resources.flatMap(({ urn, sourcePosition }) =>
        sourcePosition === undefined ? [] : [[urn, sourcePosition] as const],
      ),
    ),
  };
}
