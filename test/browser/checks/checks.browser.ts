import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { searchForSecrets } from "../../../local/leak-search";
import { fileOf, visit } from "../visit";
import { accessibilityViolations } from "./accessibility";
import { brokenWords } from "./broken-words";
import { tourByKeyboard } from "./keyboard";
import { widerThanWindow } from "./overflow";
import { lostInPrint } from "./print";
import { serialised } from "./serialised";

const page = (body: string, head = "") =>
  fileOf(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>${head}</head>
    <body><main><h1>Page</h1>${body}</main></body></html>`);
const policy = (value: string) => `<meta http-equiv="Content-Security-Policy" content="${value}">`;

describe("What is asked of each page", () => {
  it("is nothing that a plain page would fail", async () => {
    const body = `<p>Text <a href="#end">link</a></p><details><summary>More</summary><p id="end">end</p></details>`;
    const address = page(body, policy("default-src 'none'"));
    const plain = await visit(address, { width: 360 });
    assert.deepEqual(await accessibilityViolations(plain.page), []);
    assert.deepEqual(await widerThanWindow(plain.page), []);
    assert.deepEqual(await tourByKeyboard(plain.page), { stops: 2, unreached: [], unseen: [] });
    assert.deepEqual(plain.requests, [address]);
    assert.deepEqual(plain.problems, []);
  });

  it("finds what people with a screen reader cannot use", async () => {
    const { page: visited } = await visit(page(`<button></button><p style="color: #999">faint</p>`));
    assert.deepEqual(await accessibilityViolations(visited), ["button-name: button", "color-contrast: p"]);
  });

  it("finds faint text of one colour scheme", async () => {
    const dark = "html { background: #111; color: #eee } p { color: #444 }";
    const address = page("<p>Text</p>", `<style>@media (prefers-color-scheme: dark) { ${dark} }</style>`);
    assert.deepEqual(await accessibilityViolations((await visit(address)).page), []);
    assert.deepEqual(await accessibilityViolations((await visit(address, { scheme: "dark" })).page), [
      "color-contrast: p",
    ]);
  });

  it("finds what is wider than the window, and not what scrolls by itself", async () => {
    const wide = `<div class="wide" style="width: 500px">wide</div>`;
    const { page: visited } = await visit(page(wide), { width: 360 });
    assert.deepEqual(await widerThanWindow(visited), ["div.wide"]);
    const { page: scrolling } = await visit(page(`<div style="overflow-x: auto">${wide}</div>`), { width: 360 });
    assert.deepEqual(await widerThanWindow(scrolling), []);
  });

  it("finds a word that is broken, and not one that may be", async () => {
    const words = (text: string) => page(`<p style="width: 4em; overflow-wrap: anywhere">${text}</p>`);
    const { page: whole } = await visit(words("one two"));
    assert.deepEqual(await brokenWords(whole, "p"), []);
    const { page: broken } = await visit(words("<b>RoleAssignment</b> two<wbr>three<wbr>four"));
    assert.deepEqual(await brokenWords(broken, "p"), ["RoleAssignment"]);
  });

  it("finds an image from elsewhere", async () => {
    const image = "http://127.0.0.1:9/image.png";
    const address = page(`<img src="${image}" alt="An image">`);
    const visited = await visit(address);
    assert.deepEqual(visited.requests, [address, image]);
    assert.equal(visited.problems.length, 1);
  });

  it("finds what a content security policy refuses, an exception, and an error on the console", async () => {
    const refused = await visit(page(`<p style="color: red">Text</p>`, policy("default-src 'none'")));
    assert.match(refused.problems.join("\n"), /^Applying inline style violates .* Content Security Policy/);
    const thrown = await visit(page(`<script>throw new Error("thrown")</script>`));
    assert.deepEqual(thrown.problems, ["thrown"]);
    const said = await visit(page(`<script>console.error("said")</script>`));
    assert.deepEqual(said.problems, ["said"]);
  });

  it("finds what Tab does not reach, and where the focus does not show", async () => {
    const unreached = `<div onclick="true">click</div>`;
    const unseen = `<button style="outline: none">press</button>`;
    const tour = await tourByKeyboard((await visit(page(`<a href="#">link</a>${unreached}${unseen}`))).page);
    assert.deepEqual(tour, { stops: 2, unreached: [unreached], unseen: [unseen] });
  });

  it("finds what a print would cut, or leave folded", async () => {
    const cut = `<div style="width: 100px; overflow: auto"><p style="width: 200px">text</p></div>`;
    const wide = `<p style="width: 900px">wide</p>`;
    const folded = `<details><summary>More</summary><p>end</p></details>`;
    const { page: visited } = await visit(page(cut + wide + folded));
    assert.deepEqual(await lostInPrint(visited), [`cut: ${cut.slice(0, 80)}`, `cut: ${wide}`, "folded: <p>end</p>"]);
    const open = `<style>details::details-content { content-visibility: visible; block-size: auto }</style>`;
    const { page: unfolded } = await visit(page(folded, open));
    assert.deepEqual(await lostInPrint(unfolded), []);
  });

  it("finds a secret in an attribute, in a comment, in the title, and in what a script wrote", async () => {
    const secret = "a-secret-of-this-test";
    const encoded = Buffer.from(secret).toString("base64");
    for (const [place, encoding] of [
      [page(`<p data-value="${secret}">Text</p>`), "plain"],
      [page(`<!-- ${encoded} -->`), "base64"],
      [page("", `<title>${encodeURIComponent(secret)}</title>`), "plain"],
      [page(`<p></p><script>document.querySelector("p").textContent = atob("${encoded}")</script>`), "plain"],
    ] as const) {
      const content = await serialised((await visit(place)).page);
      const found = searchForSecrets({ secrets: [secret], places: [{ name: "page", content }] });
      assert.ok(found.some((leak) => leak.encoding === encoding));
    }
  });

  it("finds a page that says less without JavaScript", async () => {
    const address = page(`<p id="text"></p><script>document.getElementById("text").textContent = "Text"</script>`);
    const texts = [];
    for (const javaScript of [true, false]) {
      const { page: visited } = await visit(address, { javaScript });
      texts.push(await visited.locator("main").innerText());
    }
    assert.deepEqual(texts, ["Page\n\nText", "Page"]);
  });
});
