import type { Page } from "playwright-core";

/** Gives the document as the browser understood it: elements, attributes, comments, the title, and what scripts added. */
export async function serialised(page: Page): Promise<string> {
  return await page.evaluate(() => new XMLSerializer().serializeToString(document));
}
