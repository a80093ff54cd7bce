import { asObject } from "../../definition";
import type { RuleDescription } from "../rule/rule";
import type { ExampleFinding, RuleExamples } from "./read-examples";

/** The section of a rule, in Markdown. */
export function renderRule(rule: RuleDescription, examples: RuleExamples | undefined): string {
  const { id, level, levelReason, sentence, reason, remediation, reference, configuration } = rule;
  const properties = Object.entries(asObject(asObject(configuration.schema).properties));
  const defaults = asObject(configuration.defaults);
  const settings = properties.map(
    ([name, schema]) => `\n  - \`${name}\` ${describeSetting(asObject(schema), defaults[name])}`,
  );
  return [
    `## ${id}\n`,
    `${escapeMarkdown(sentence)} ${escapeMarkdown(reason)}\n`,
    `- Level: ${level}. ${escapeMarkdown(levelReason)}`,
    `- How to fix: ${escapeMarkdown(remediation)}`,
    `- Reference: <${reference}>`,
    `- Configuration:${settings.length === 0 ? " none of its own" : settings.join("")}`,
    ...(examples === undefined ? [] : renderExamples(examples)),
  ].join("\n");
}

function renderExamples({ findings, bad, good }: RuleExamples): readonly string[] {
  return [
    `\nBad:\n\n\`\`\`yaml\n${bad}\n\`\`\`\n`,
    ...findings.map(renderFinding),
    `\nGood:\n\n\`\`\`yaml\n${good}\n\`\`\``,
  ];
}

function renderFinding({ resource, path, message }: ExampleFinding): string {
  return `- \`${resource}\`, \`${path}\`: ${escapeMarkdown(message)}`;
}

function describeSetting(schema: Readonly<Record<string, unknown>>, byDefault: unknown): string {
  const { type, items, description } = schema;
  const of = asObject(items).type;
  const kind = [type, ...(typeof of === "string" ? [of] : [])].filter((each) => typeof each === "string").join(" of ");
  const usual = byDefault === undefined ? "no default" : `default \`${JSON.stringify(byDefault)}\``;
  return `(${kind}, ${usual})${typeof description === "string" ? `: ${escapeMarkdown(description)}` : ""}`;
}

/** Escapes the Markdown characters that the rules' texts contain. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[*_<`]/g, "\\$&");
}
