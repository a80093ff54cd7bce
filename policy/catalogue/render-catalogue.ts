import { asObject } from "../../definition";
import type { RuleDescription } from "../rule/rule";

const introduction = `<!-- Written by npm run policies. Change the rules in policy/rules instead. -->

# Policies

What the policy pack checks. A mandatory finding fails a preview; an advisory one is shown. The configuration goes by
the rule's id into the file of \`pulumi preview --policy-pack-config\`; beside what stands here, each rule takes
\`enforcementLevel\` (\`mandatory\`, \`advisory\` or \`disabled\`) and \`exempt\`, a list of
\`{ urn or name, reason, expires, approvedBy }\`.
`;

/** The catalogue of rules, in Markdown as prettier writes it. */
export function renderCatalogue(rules: readonly RuleDescription[]): string {
  const contents = rules.map(({ id, level, sentence }) => `- [${id}](#${id}) (${level}): ${escape(sentence)}\n`);
  return `${introduction}\n${contents.join("")}\n${rules.map(renderRule).join("\n")}`;
}

function renderRule({ id, level, sentence, reason, remediation, reference, configuration }: RuleDescription): string {
  const properties = Object.entries(asObject(asObject(configuration.schema).properties));
  const defaults = asObject(configuration.defaults);
  const settings = properties.map(
    ([name, schema]) => `  - \`${name}\` ${describeSetting(asObject(schema), defaults[name])}\n`,
  );
  return [
    `## ${id}\n\n`,
    `${escape(sentence)} ${escape(reason)}\n\n`,
    `- Level: ${level}\n`,
    `- How to fix: ${escape(remediation)}\n`,
    `- Reference: <${reference}>\n`,
    settings.length === 0 ? "- Configuration: none of its own\n" : `- Configuration:\n${settings.join("")}`,
  ].join("");
}

function describeSetting(schema: Readonly<Record<string, unknown>>, byDefault: unknown): string {
  const { type, items, description } = schema;
  const of = asObject(items).type;
  const kind = [type, ...(typeof of === "string" ? [of] : [])].filter((each) => typeof each === "string").join(" of ");
  const usual = byDefault === undefined ? "no default" : `default \`${JSON.stringify(byDefault)}\``;
  return `(${kind}, ${usual})${typeof description === "string" ? `: ${escape(description)}` : ""}`;
}

/** Escapes the Markdown characters that the rules' texts contain. */
function escape(text: string): string {
  return text.replaceAll(/[*_<`]/g, "\\$&");
}
