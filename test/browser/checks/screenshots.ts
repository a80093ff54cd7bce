import { join } from "node:path";
import type { Page } from "playwright-core";

export const schemes = ["light", "dark"] as const;

/** Writes a picture of the whole page to test/browser/screenshots, for people to look at. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({
    path: join(__dirname, "..", "screenshots", `${name}.png`),
    fullPage: true,
    caret: "initial",
  });
}
