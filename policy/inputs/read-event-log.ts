import { asObject } from "../../definition";
import type { JsonObject } from "../../definition";
import { readStackChange, type StackChange } from "../graphs";
import { packName } from "../adapter/pack-name";
import { undecidedPlaces } from "../evaluation/pack-rules";
import type { StackResource } from "../model";
import { normaliseType } from "../model";
import type { PolicyReport } from "../reports";
import { findUnread } from "../resource-forms";
import type { Finding, RuleDescription } from "../rule/rule";
import { noConfiguration } from "../rule/rule";
import { InputError } from "./input-error";
import { parseJson, readText } from "./read-text";
import { subjectOfStack } from "./subject-of-stack";

const fix = "Write it with: pulumi preview --policy-pack policy --event-log FILE";

/**
 * Reads what this pack found from the events of a preview or an update, a JSON object a line.
 *
 * @param option that the file was given with
 * @param catalogue rules to look up reasons and remediations in, which events do not have
 * @throws InputError if there is no such file, no resource in it, or the pack did not run
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/events.go
 */
export async function readEventLog(
  file: string,
  catalogue: readonly RuleDescription[],
  option = "--event-log",
): Promise<PolicyReport> {
  const events = parseLines(option, file, await readText(option, file));
  const resources = new Map(
    events.flatMap(({ resourcePreEvent, resOutputsEvent }) =>
      [resourcePreEvent, resOutputsEvent].flatMap((event) => readResource(asObject(asObject(event).metadata))),
    ),
  );
  if (resources.size === 0) throw new InputError(option, file, `it has no resources to check. ${fix}`);
  const own = (event: unknown): readonly JsonObject[] =>
    asObject(event).policyPackName === packName ? [asObject(event)] : [];
  const found = events.flatMap(({ policyEvent }) => own(policyEvent));
  const ends = events.flatMap(({ policyAnalyzeStackSummaryEvent }) => own(policyAnalyzeStackSummaryEvent));
  if (ends.length === 0) {
    throw new InputError(
      option,
      file,
      `the policy pack ${packName} did not run to its end in it, so nobody knows what it would have found. ${fix}`,
    );
  }
  const asked = new Set([
    ...ends.flatMap(({ passed, failed }) => [passed, failed]).flatMap(texts),
    ...found.map(ruleOf),
  ]);
  const rules = [
    ...catalogue.filter(({ id }) => asked.has(id)),
    ...unknownRules(found, new Set(catalogue.map(({ id }) => id))),
  ];
  const findings = found.map((event) => toFinding(event, rules));
  const { carriers, others, recognised } = findUnread({ resources: [...resources.values()] });
  return {
    subject: subjectOfStack([...resources.keys()]),
    resources: resources.size,
    recognised,
    unread: carriers.length + [...others.values()].reduce((sum, count) => sum + count, 0),
    undecided: findings.reduce(
      (sum, { rule, message }) => sum + (rule === undecidedPlaces.id ? countIn(message) : 0),
      0,
    ),
    rules,
    findings,
    exempted: [],
    declaredReasons: [],
    changes: readChanges(events),
    sources: new Map(),
  };
}

/** The changes by URN: a replacement takes several steps, and each step has an event before and one after it. */
function readChanges(events: readonly JsonObject[]): readonly StackChange[] {
  const changes = events.flatMap(({ resourcePreEvent }) =>
    readStackChange(asObject(asObject(resourcePreEvent).metadata)),
  );
  return changes.filter(({ urn }, index) => changes.findIndex((other) => other.urn === urn) === index);
}

/** The count in the message of the rule on undecided places. */
function countIn(message: string): number {
  return Number(/: (\d+) \(/.exec(message)?.[1] ?? 0);
}

function parseLines(option: string, file: string, text: string): readonly JsonObject[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      line.trim() === "" ? [] : [asObject(parseJson(option, file, line, `its line ${index + 1}`, fix))],
    );
}

/** Deleted resources are no longer part of the stack; providers and the stack itself are not checked. */
function readResource({ op, urn, type, new: after }: JsonObject): readonly (readonly [string, StackResource])[] {
  if (typeof urn !== "string" || String(type).startsWith("pulumi:") || /^(?:delete|discard)/.test(String(op)))
    return [];
  const resource: StackResource = {
    urn,
    type: normaliseType(String(type)),
    name: urn.split("::").slice(3).join("::"),
    properties: {},
    propertyDependencies: {},
    ignoreChanges: [],
    ...(asObject(after).custom === true ? {} : { isComponent: true }),
  };
  return [[urn, resource]];
}

function ruleOf({ policyName }: JsonObject): string {
  return String(policyName);
}

/** Findings of another version of the pack are shown too, whatever is known of their rule. */
function unknownRules(found: readonly JsonObject[], known: ReadonlySet<string>): readonly RuleDescription[] {
  const ids = new Set(found.map(ruleOf).filter((id) => !known.has(id)));
  return [...ids].map((id) => ({
    id,
    sentence: "This version of the pack does not have the rule.",
    fault: "A rule of another version of the pack found this.",
    level: "mandatory",
    levelReason: "The level is not known in this version.",
    reason: "The preview ran another version of the pack.",
    remediation: "Look the rule up in the version of the pack that ran.",
    reference: "https://www.pulumi.com/docs/insights/policy/",
    configuration: noConfiguration,
  }));
}

/** The pack's adapter reports the rule's fault, the message with the place in brackets, and what to do, a line each. */
function toFinding(event: JsonObject, rules: readonly RuleDescription[]): Finding {
  const { resourceUrn, enforcementLevel } = event;
  const id = ruleOf(event);
  const lines = withoutColours(event.message).trim().split("\n");
  const { fault, remediation: usual } = rules.find((rule) => rule.id === id) ?? {};
  // Another version of the pack may have described the rule in other words; a place stands in the second line then.
  const isDescribed =
    lines.length > 1 && (lines[0] === fault || (!place.test(lines[0] ?? "") && place.test(lines[1] ?? "")));
  const [first = "", ...rest] = isDescribed ? lines.slice(1) : lines;
  const [, message = first, path] = place.exec(first) ?? [];
  const remediation = rest.join(" ");
  return {
    rule: id,
    level: enforcementLevel === "mandatory" ? "mandatory" : "advisory",
    // The engine gives a finding on the stack as a whole the URN of the stack.
    ...(typeof resourceUrn === "string" && resourceUrn !== "" && !resourceUrn.includes("::pulumi:pulumi:Stack::")
      ? { urn: resourceUrn }
      : {}),
    message,
    ...(path === undefined ? {} : { path }),
    ...(remediation === "" || remediation === usual ? {} : { remediation }),
  };
}

/** A message with its place in brackets. */
const place = /^(.*\.) \((.+)\)$/;

/** The engine's marks of colours, such as `<{%reset%}>`. */
function withoutColours(message: unknown): string {
  return String(message).replaceAll(/<\{%.*?%\}>/g, "");
}

function texts(list: unknown): readonly string[] {
  return Array.isArray(list) ? (list as unknown[]).filter((item) => typeof item === "string") : [];
}
