import type { Chapter } from "./chapters";
import { readExamples, readExampleStack } from "./read-examples";
import { escapeMarkdown, renderRule } from "./render-rule";

const generated = "<!-- Written by npm run policies. Change the rules in policy/rules instead. -->";

const introduction = `# Policies

What the policy pack checks. A mandatory finding fails a preview; an advisory one is shown. What is arguable is advisory,
and each rule gives the reason for its level.

The configuration goes by the rule's id into the file of \`pulumi preview --policy-pack-config\`; beside what its page
describes, each rule takes \`enforcementLevel\` (\`mandatory\`, \`advisory\` or \`disabled\`) and \`exempt\`, a list of
\`{ urn or name, reason, expires, approvedBy }\`.
`;

const examplesIntroduction = `## Examples

Each example changes this stack, in which no rule finds anything: it shows the properties that it sets, and \`null\` where
it removes one; everything else stays. In the bad example of a rule, that rule has the findings listed below it, and no
other rule finds anything (undecided-places may count what the rules cannot read). In the good example, no rule finds
anything. Tests evaluate both.
`;

/**
 * The catalogue of rules, in Markdown as prettier writes it: an index, and a page for each chapter.
 *
 * @param examples folder of the examples
 * @returns texts by file, relative to the folder of the documentation
 */
export function renderCatalogue(chapters: readonly Chapter[], examples: string): ReadonlyMap<string, string> {
  const stack = `\`\`\`yaml\n${readExampleStack(examples)}\n\`\`\`\n`;
  const index = [generated, introduction, ...chapters.map(renderContents), examplesIntroduction, stack].join("\n\n");
  return new Map([
    ["rules.md", tidy(index)],
    ...chapters.map((chapter) => [`rules/${chapter.subject}.md`, renderChapter(chapter, examples)] as const),
  ]);
}

function renderContents({ subject, title, rules }: Chapter): string {
  const entries = rules.map(
    ({ id, level, sentence }) => `- [${id}](rules/${subject}.md#${id}) (${level}): ${escapeMarkdown(sentence)}`,
  );
  return `## ${title}\n\n${entries.join("\n")}`;
}

function renderChapter({ subject, title, rules }: Chapter, examples: string): string {
  const sections = rules.map((rule) => renderRule(rule, readExamples(examples, subject, rule.id)));
  const about = "Part of [the policies](../rules.md), which show the stack that the examples change.";
  return tidy([generated, `# ${title}`, about, ...sections].join("\n\n"));
}

function tidy(text: string): string {
  return `${text.replaceAll(/\n{3,}/g, "\n\n").trimEnd()}\n`;
}
