import type { Page } from "playwright-core";

/** A4 less margins of 1 cm, in CSS pixels. */
const paper = { width: 718, height: 1047 };

/** Lays a page out as on paper, and names the elements that a reader of the print would miss. */
export async function lostInPrint(page: Page): Promise<readonly string[]> {
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: "print" });
  return await page.evaluate((width) => {
    const elements = [...document.body.querySelectorAll("*")];
    const cut = elements.filter((element) => {
      // What only screen readers are to read is one pixel wide.
      if (element.clientWidth === 1) return false;
      const { overflowX, overflowY } = getComputedStyle(element);
      return (
        element.getBoundingClientRect().right > width + 0.5 ||
        (overflowX !== "visible" && element.scrollWidth > element.clientWidth) ||
        (overflowY !== "visible" && element.scrollHeight > element.clientHeight)
      );
    });
    const folded = elements.filter((element) => {
      const details = element.closest("details");
      return (
        details !== null && element.closest("summary") === null && element !== details && !element.checkVisibility()
      );
    });
    return [
      ...cut.map((element) => `cut: ${element.outerHTML.slice(0, 80)}`),
      ...folded.map((element) => `folded: ${element.outerHTML.slice(0, 80)}`),
    ];
  }, paper.width);
}
