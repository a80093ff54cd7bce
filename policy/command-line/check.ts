import { evaluatePolicies } from "../evaluation/evaluate-policies";
import type { PackConfiguration } from "../evaluation/evaluate-policies";
import { encryptedDefinitions, findEncryptedDefinitions, readEventLog, readState } from "../inputs";
import type { Stack } from "../model";
import { packRules } from "../evaluation/pack-rules";
import type { PolicyReport } from "../reports";
import type { RuleDescription } from "../rule/rule";
import { rules } from "../rules";

/** Everything that a report can name. */
export const catalogue: readonly RuleDescription[] = [...rules, ...packRules, encryptedDefinitions];

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

/** What the pack says of a stack. */
export function reportOn(stack: Stack, configuration: PackConfiguration = {}): PolicyReport {
  const { findings, exempted, declaredReasons } = evaluatePolicies(stack, configuration);
  const { all } = configuration;
  return {
    resources: stack.resources.length,
    rules: catalogue.filter(({ id }) => {
      const own = configuration[id];
      return ((typeof own === "object" ? own.enforcementLevel : own) ?? all) !== "disabled";
    }),
    findings: [...findings, ...findEncryptedDefinitions(stack)],
    exempted,
    declaredReasons,
    sources: new Map(
      stack.resources.flatMap(({ urn, sourcePosition }) =>
        sourcePosition === undefined ? [] : [[urn, sourcePosition] as const],
      ),
    ),
  };
}
