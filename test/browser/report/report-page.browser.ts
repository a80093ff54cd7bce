import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { searchForSecrets } from "../../../local/leak-search";
import { accessibilityViolations } from "../checks/accessibility";
import { brokenWords } from "../checks/broken-words";
import { tourByKeyboard } from "../checks/keyboard";
import { widerThanWindow } from "../checks/overflow";
import { textsBeyondBoxes } from "../checks/pictures";
import { lostInPrint } from "../checks/print";
import { schemes, takeScreenshots, widths } from "../checks/screenshots";
import { serialised } from "../checks/serialised";
import { fileOf, visit } from "../visit";
import { exampleReport, type ExampleReport } from "./example-report";

describe("The report page of a stack with eight Logic Apps", () => {
  let example: ExampleReport;
  let address: string;
  before(async () => {
    example = await exampleReport();
    assert.equal(example.report.workflows.length, 8);
    assert.equal(example.report.held, true);
    address = fileOf(example.html);
  });

  it("is smaller than 500 KB", async () => {
    assert.ok(example.html.length < 500_000);
    const { page } = await visit(address);
    const opened = await page.evaluate(() => performance.getEntriesByType("navigation")[0]?.duration);
    console.log(`      ${Math.round(example.html.length / 1000)} KB, opened in ${Math.round(opened ?? 0)} ms`);
  });

  for (const scheme of schemes) {
    for (const width of widths) {
      it(`fits a window of ${width} pixels, and a screen reader, in the ${scheme} colour scheme`, async () => {
        const { page, requests, problems } = await visit(address, { width, scheme });
        assert.deepEqual(await widerThanWindow(page), []);
        assert.deepEqual(await textsBeyondBoxes(page), []);
        assert.deepEqual(await brokenWords(page, ".mark, .type"), []);
        assert.deepEqual(await accessibilityViolations(page), []);
        assert.deepEqual([requests, problems], [[address], []]);
        await takeScreenshots(page, `report-${width}-${scheme}`);
      });
    }
  }

  it("is wider than no window, from 320 pixels on", async () => {
    const { page } = await visit(address);
    for (let width = 320; width < 1700; width += 30) {
      await page.setViewportSize({ width, height: 900 });
      assert.deepEqual([width, ...(await widerThanWindow(page))], [width]);
    }
  });

  it("says the same without JavaScript", async () => {
    const texts = await Promise.all(
      [true, false].map(async (javaScript) => {
        const { page } = await visit(address, { javaScript });
        return await page.locator("body").innerText();
      }),
    );
    assert.ok(texts[0]?.includes("refresh-eu-token"));
    assert.equal(texts[0], texts[1]);
  });

  it("can be used by keyboard alone, with the focus in sight", async function () {
    this.timeout(120_000);
    const { page } = await visit(address, { width: 1400 });
    const { stops, ...missed } = await tourByKeyboard(page);
    assert.ok(stops > example.report.workflows.length);
    assert.deepEqual(missed, { unreached: [], unseen: [] });
  });

  it("is printed with all that it has", async () => {
    const { page } = await visit(address, { scheme: "dark" });
    assert.deepEqual(await lostInPrint(page), []);
    assert.deepEqual(await brokenWords(page, ".mark, .type"), []);
    await takeScreenshots(page, "report-print");
  });

  it("has none of the stack's secrets, in no encoding, and a planted one is found", async () => {
    const { page } = await visit(address);
    const content = await serialised(page);
    const { secrets } = example;
    assert.ok(secrets.length > 20);
    assert.deepEqual(searchForSecrets({ secrets, places: [{ name: "page", content }] }), []);
    const planted = Buffer.from(`x${secrets[0] ?? ""}`).toString("base64");
    const found = searchForSecrets({ secrets, places: [{ name: "page", content: content + planted }] });
    assert.deepEqual(found, [{ place: "page", secret: 0, encoding: "base64" }]);
  });
});
