import type { Page } from "playwright-core";

/** What a keyboard finds in a page. */
export interface KeyboardTour {
  /** How many elements were focused, in the order of the Tab key. */
  readonly stops: number;
  /** Elements for a click that Tab does not reach. */
  readonly unreached: readonly string[];
  /** Elements that look the same with and without the focus. */
  readonly unseen: readonly string[];
}

const interactive =
  ":is(a[href], button, input, select, textarea, summary, [role=button], [onclick], [tabindex]):not(:disabled, [tabindex='-1'])";
const margin = 8;

/** Presses Tab from the start of the page to its end, and looks at each element that has the focus. */
export async function tourByKeyboard(page: Page): Promise<KeyboardTour> {
  const elements = await page.evaluateHandle(
    (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()),
    interactive,
  );
  const reached = new Set<number>();
  const unseen: string[] = [];
  let stops = 0;
  for (;;) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate((all) => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      element.scrollIntoView({ block: "center", inline: "nearest" });
      const { x, y, width, height } = element.getBoundingClientRect();
      return { index: all.indexOf(element), name: element.outerHTML.slice(0, 80), box: { x, y, width, height } };
    }, elements);
    if (focused === undefined) break;
    stops += 1;
    reached.add(focused.index);
    const clip = around(focused.box, page.viewportSize() ?? { width: 0, height: 0 });
    const withFocus = await page.screenshot({ clip, caret: "initial" });
    // The next Tab goes on from here, without the focus too.
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | SVGElement | null)?.blur();
    });
    if (withFocus.equals(await page.screenshot({ clip, caret: "initial" }))) unseen.push(focused.name);
  }
  const names = await elements.evaluate((all) => all.map((element) => element.outerHTML.slice(0, 80)));
  return { stops, unreached: names.filter((_, index) => !reached.has(index)), unseen };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box and its surroundings, where outlines are drawn, within the window. */
function around(box: Box, window: { readonly width: number; readonly height: number }): Box {
  const x = Math.max(0, box.x - margin);
  const y = Math.max(0, box.y - margin);
  const right = Math.min(window.width, box.x + box.width + margin);
  const bottom = Math.min(window.height, box.y + box.height + margin);
  return { x, y, width: right - x, height: bottom - y };
}
