import type { Page } from "playwright-core";

/** Names the texts of a page's pictures that stick out of their box, or of the picture, with the fonts of this machine. */
export async function textsBeyondBoxes(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>("svg text")]
      .filter((text) => {
        const around = (
          text.closest("[role=img]")?.querySelector("rect") ?? text.ownerSVGElement
        )?.getBoundingClientRect();
        const { left, right } = text.getBoundingClientRect();
        return around === undefined || left < around.left || right > around.right;
      })
      .map(({ textContent }) => textContent),
  );
}
