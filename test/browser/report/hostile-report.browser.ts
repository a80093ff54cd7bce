import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import type { Page } from "playwright-core";
import { renderPage } from "../../../local/page";
import type { LocalRunReport } from "../../../local/report";
import { widerThanWindow } from "../checks/overflow";
import { fileOf, visit } from "../visit";
import { exampleReport, type ExampleReport } from "./example-report";

const hostile = `"'--></title></style></svg><img src=x onerror=alert(1)><script>alert(1)</script>`;

const elementsOf = async (page: Page) =>
  await page.evaluate(() => [...document.querySelectorAll("*")].map((element) => element.localName));

/** Names of secrets, Logic Apps, actions and codes of errors, and with them the texts in which they are. */
const replaced = /salesforce-token|consume-accounts|Request_token|NotFound|crm-accounts/g;

describe("The report page of a stack with hostile names", () => {
  let example: ExampleReport;
  before(async () => {
    example = await exampleReport();
  });

  it("has them as text, and the same elements as without them", async () => {
    const json = JSON.stringify(example.report).replaceAll(replaced, JSON.stringify(hostile).slice(1, -1));
    const address = fileOf(renderPage(JSON.parse(json) as LocalRunReport));
    const { page, requests, problems } = await visit(address, { width: 360 });
    const { page: harmless } = await visit(fileOf(example.html));
    assert.deepEqual(new Set(await elementsOf(page)), new Set(await elementsOf(harmless)));
    assert.ok((await page.locator("body").innerText()).includes(hostile));
    assert.deepEqual([requests, problems], [[address], []]);
    assert.deepEqual(await widerThanWindow(page), []);
  });

  it("would not hide an element that they made", async () => {
    const { page } = await visit(fileOf(example.html.replace("</main>", `${hostile}</main>`)));
    assert.ok((await elementsOf(page)).includes("img"));
  });
});
