import type { Page } from "playwright-core";

/** Lists the texts of elements that stand on two lines though they have no blank, such as `RoleAssignme nt`. */
export async function brokenWords(page: Page, selector: string): Promise<readonly string[]> {
  return await page.evaluate((elements) => {
    const broken: string[] = [];
    for (const element of document.querySelectorAll(elements)) {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const text = node.textContent ?? "";
        if (!/\s/.test(text) && range.getClientRects().length > 1) broken.push(text);
      }
    }
    return broken;
  }, selector);
}
