import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** Widths of a phone, a tablet and a desktop, in CSS pixels. */
export const widths = [360, 800, 1400] as const;

export const schemes = ["light", "dark"] as const;

const folder = join(__dirname, "..", "screenshots");

/** Of a window: Chromium draws no picture that is much higher, and people see nothing in it. */
const height = 2400;

/** Writes pictures of a page from top to bottom to `test/browser/screenshots/`, for people to look at. */
export async function takeScreenshots(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { width = 0 } = page.viewportSize() ?? {};
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(whole, height) });
  for (let y = 0, part = 1; y < whole; y += height, part += 1) {
    await page.evaluate((top) => {
      scrollTo({ top, behavior: "instant" });
    }, y);
    await page.screenshot({ path: join(folder, `${name}${whole > height ? `-${part}` : ""}.png`), caret: "initial" });
  }
}
