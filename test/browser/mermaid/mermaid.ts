import type { Page } from "playwright-core";
import { fileOf, visit } from "../visit";

const mermaid = require.resolve("@mermaid-js/tiny");

/** Mermaid's own code, in a page of its own, as a web site that draws the diagrams of Markdown has it. */
export interface Mermaid {
  readonly page: Page;
  /** Draws a diagram into the page. @returns the complaint of Mermaid's parser, or `undefined` */
  draw(text: string): Promise<string | undefined>;
}

/** Opens a page with Mermaid. */
export async function openMermaid(scheme: "light" | "dark" = "light"): Promise<Mermaid> {
  const background = "<meta name='color-scheme' content='light dark'>";
  const { page } = await visit(fileOf(`<!doctype html><title>Mermaid</title>${background}<body></body>`), {
    scheme,
    width: 1400,
  });
  await page.addScriptTag({ path: mermaid });
  await page.evaluate(`mermaid.initialize({ startOnLoad: false, theme: "${scheme === "dark" ? "dark" : "default"}" })`);
  return {
    page,
    draw: async (text) =>
      await page.evaluate<string | undefined>(
        `mermaid.render("diagram", ${JSON.stringify(text)}).then(
          ({ svg }) => { document.body.innerHTML = svg; },
          (error) => error.message,
        )`,
      ),
  };
}
