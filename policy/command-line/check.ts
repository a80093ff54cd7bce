import { basename, resolve } from "node:path";
import { evaluatePolicies } from "../evaluation/evaluate-policies";
import type { PackConfiguration } from "../evaluation/evaluate-policies";
import {
  encryptedDefinitions,
  findEncryptedDefinitions,
  findUnreadResources,
  readEventLog,
  readProject,
  readState,
  readTemplate,
  secretsInFiles,
  subjectOfStack,
  undecidedExpressions,
  unjudgedRules,
  unreadResources,
} from "../inputs";
import type { FrontDoor } from "../inputs";
import type { Stack } from "../model";
import { packRules } from "../evaluation/pack-rules";
import { readAccess } from "../graphs";
import type { PolicyReport, ReportSubject } from "../reports";
import { findUnread } from "../resource-forms";
import type { Finding, Level, RuleDescription } from "../rule/rule";
import { rules } from "../rules";

/** Rules on what only a template or a project has. */
const frontDoorRules: readonly RuleDescription[] = [secretsInFiles, undecidedExpressions, unjudgedRules];

/** Everything that a report can name. */
export const catalogue: readonly RuleDescription[] = [
  ...rules,
  ...packRules,
  encryptedDefinitions,
  unreadResources,
  ...frontDoorRules,
];

/** The file to check, and its kind. */
export interface Input {
  readonly kind: "state" | "event-log" | "config" | "built-in" | "template" | "workflow-project";
  /** Empty for the built-in stack. */
  readonly file: string;
  /** File of a template's parameters. */
  readonly parameters?: string;
}

/**
 * Loads the stack that a program would make from a stack file, or without one from its built-in settings; the pack
 * itself knows no program.
 */
export type LoadProgram = (file: string | undefined) => Promise<Stack>;

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
  if (input.kind === "template")
    return reportOnFrontDoor(await readTemplate(input.file, input.parameters), configuration, {
      kind: input.kind,
      name: basename(input.file),
    });
  if (input.kind === "workflow-project")
    return reportOnFrontDoor(await readProject(input.file), configuration, {
      kind: input.kind,
      name: basename(resolve(input.file)),
    });
  const file = input.kind === "built-in" ? undefined : input.file;
  const stack = await (input.kind === "state" ? readState(input.file) : loadProgram(file));
  return reportOn(stack, configuration);
}

/** Result of evaluating a stack. */
export function reportOn(stack: Stack, configuration: PackConfiguration = {}): PolicyReport {
  const { model, findings, exempted, declaredReasons, undecided } = evaluatePolicies(stack, configuration);
  const { carriers, others, recognised } = findUnread(stack);
  return {
    subject: subjectOfStack(stack.resources.map(({ urn }) => urn)),
    resources: stack.resources.length,
    recognised,
    unread: carriers.length + [...others.values()].reduce((sum, count) => sum + count, 0),
    undecided: undecided.length,
    rules: catalogue.filter((rule) => !frontDoorRules.includes(rule) && !isDisabled(rule, configuration)),
    findings: [
      ...findings,
      ...findEncryptedDefinitions(stack),
      ...(isDisabled(unreadResources, configuration) ? [] : findUnreadResources(stack)),
    ],
    exempted,
    declaredReasons,
    access: readAccess(model),
    sources: new Map(
      stack.resources.flatMap(({ urn, sourcePosition }) =>
        sourcePosition === undefined ? [] : [[urn, sourcePosition] as const],
      ),
    ),
  };
}

/** Result of evaluating what a template or a project deploys; each finding has its own line. */
function reportOnFrontDoor(
  { stack, findings, notJudged, locate }: FrontDoor,
  configuration: PackConfiguration,
  subject: ReportSubject,
): PolicyReport {
  const asked: PackConfiguration = {
    ...configuration,
    ...Object.fromEntries(notJudged.map((rule) => [rule, "disabled" as const])),
  };
  const report = reportOn(stack, asked);
  const own = frontDoorRules.flatMap((rule) =>
    isDisabled(rule, asked)
      ? []
      : findings
          .filter((finding) => finding.rule === rule.id)
          .map((finding) => ({ ...finding, ...levelOf(rule, asked) })),
  );
  const withSource = <F extends Finding>(finding: F): F => ({ ...finding, source: finding.source ?? locate(finding) });
  return {
    ...report,
    subject,
    undecided: report.undecided + findings.reduce((sum, { count = 0 }) => sum + count, 0),
    rules: [
      ...report.rules.filter(({ id }) => id !== encryptedDefinitions.id),
      ...frontDoorRules.filter((rule) => !isDisabled(rule, asked) && (rule !== unjudgedRules || notJudged.length > 0)),
    ],
    findings: [...report.findings.filter(({ rule }) => rule !== encryptedDefinitions.id), ...own].map(withSource),
    exempted: report.exempted.map(withSource),
  };
}

function isDisabled(rule: RuleDescription, configuration: PackConfiguration): boolean {
  return levelIn(rule, configuration) === "disabled";
}

/** A level that the configuration sets; without, a finding keeps its own. */
function levelOf(rule: RuleDescription, configuration: PackConfiguration): Partial<Pick<Finding, "level">> {
  const level = levelIn(rule, configuration);
  return level === undefined ? {} : { level };
}

function levelIn({ id }: RuleDescription, configuration: PackConfiguration): Level | undefined {
  const own = configuration[id];
  return (typeof own === "object" ? own.enforcementLevel : own) ?? (configuration.all as Level | undefined);
}
