import { evaluateStack } from "../evaluate";
import type { PackConfiguration } from "../evaluate";
import { encryptedDefinitions, findEncryptedDefinitions, readEventLog, readState } from "../inputs";
import type { Stack } from "../model";
import { packRules } from "../pack-rules";
import type { PolicyReport } from "../reports";
import type { RuleDescription } from "../rule";
import { rules } from "../rules";
import { previewProgram } from "../../local/stack/preview-program";

/** Everything that a report can name. */
export const catalogue: readonly RuleDescription[] = [...rules, ...packRules, encryptedDefinitions];

/** Where to read what is to be checked: one of them. */
export type Input =
  | { readonly kind: "state"; readonly file: string }
  | { readonly kind: "event-log"; readonly file: string }
  | { readonly kind: "config"; readonly file: string; /** Folder of the program. */ readonly root: string };

/** @throws InputError, StackFileError or SettingsError if the file is wrong */
export async function check(input: Input, configuration: PackConfiguration = {}): Promise<PolicyReport> {
  if (input.kind === "event-log") return readEventLog(input.file, catalogue);
  const stack = await (input.kind === "state" ? readState(input.file) : previewProgram(input.file, input.root));
  return reportOn(stack, configuration);
}

/** What the pack says of a stack. */
export function reportOn(stack: Stack, configuration: PackConfiguration = {}): PolicyReport {
  const { findings, exempted, declaredReasons } = evaluateStack(stack, configuration);
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
