/** Sites that draw Mermaid in Markdown. */
export type MermaidSite = "github" | "gitlab" | "azure-devops";

/**
 * Sites by the fence of their code blocks. GitHub and GitLab take the usual one, Azure DevOps needs its own in a wiki.
 *
 * - https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/creating-diagrams
 * - https://docs.gitlab.com/user/markdown/#diagrams-and-flowcharts
 * - https://learn.microsoft.com/azure/devops/project/wiki/markdown-guidance#add-mermaid-diagrams-to-a-wiki-page
 */
const fences: Readonly<Record<MermaidSite, readonly [open: string, close: string]>> = {
  github: ["```mermaid", "```"],
  gitlab: ["```mermaid", "```"],
  "azure-devops": ["::: mermaid", ":::"],
};

/** A Mermaid text as a block of Markdown, without a line break at its end. */
export function mermaidBlock(text: string, site: MermaidSite): string {
  const [open, close] = fences[site];
  return `${open}\n${text}\n${close}`;
}
