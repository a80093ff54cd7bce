import type { Page } from "playwright-core";

/** Names the elements that make the page wider than its window, so that it scrolls sideways; what scrolls by itself may. */
export async function widerThanWindow(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    const names = wide.map((element) => `${element.tagName.toLowerCase()}.${element.classList.toString()}`);
    return names.length === 0 ? ["something that is no element"] : names;
  });
}
