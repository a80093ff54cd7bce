import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "mocha";
import { drawWorkflow, graphWorkflow, workflowStyles, type PicturedRun } from "../../../pictures";
import { exampleDefinition } from "../../pictures/example-definition";
import { hostileNames } from "../../pictures/hostile-definitions";
import { accessibilityViolations } from "../checks/accessibility";
import { textsBeyondBoxes } from "../checks/pictures";
import { schemes, takeScreenshots } from "../checks/screenshots";
import { fileOf, visit } from "../visit";

const hash = createHash("sha256").update(workflowStyles).digest("base64");

const pageOf = (...pictures: readonly string[]) =>
  fileOf(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pictures</title>
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
    <style>${workflowStyles}</style></head><body><main><h1>Pictures</h1>${pictures.join("")}</main></body></html>`);

const run: PicturedRun = {
  status: "Failed",
  triggerName: "Recurrence",
  actions: [
    { name: "Read", status: "Succeeded" },
    { name: "Each", status: "Failed", code: "ActionFailed" },
    { name: "Is_due", status: "Failed", code: "ActionFailed" },
    { name: "Set_secret", status: "Failed", code: "Forbidden", attempts: 5 },
    { name: "Report", status: "Succeeded" },
    { name: "Route", status: "Skipped" },
    { name: "Answer", status: "Skipped" },
  ],
};
const graph = graphWorkflow(exampleDefinition);
const definition = drawWorkflow(graph, { title: "Logic App shop" });
const outcome = drawWorkflow(graph, { title: "Run of Logic App shop", run });
const hostile = drawWorkflow(
  graphWorkflow({
    actions: Object.fromEntries(
      hostileNames.map((name) => [
        name,
        { type: name, description: name, inputs: { method: "GET", uri: `https://example.com/${name}` } },
      ]),
    ),
  }),
  { title: hostileNames.join() },
);

describe("A picture of a workflow, in a browser", () => {
  for (const scheme of schemes) {
    it(`can be read by eye and by a screen reader in the ${scheme} colour scheme`, async () => {
      const address = pageOf(definition, outcome);
      const { page, problems, requests } = await visit(address, { width: 1400, scheme });
      assert.deepEqual(await accessibilityViolations(page), []);
      assert.deepEqual(await textsBeyondBoxes(page), []);
      assert.deepEqual([problems, requests], [[], [address]]);
      await takeScreenshots(page, `pictures-${scheme}`);
    });
  }

  it("takes hostile names as text alone", async () => {
    const { page, problems } = await visit(pageOf(hostile), { width: 1400 });
    const elements = await page.evaluate(() =>
      [...document.body.querySelectorAll("*")].map((element) => element.localName),
    );
    assert.deepEqual([...new Set(elements)].sort(), ["desc", "g", "h1", "main", "rect", "svg", "text", "title"]);
    assert.deepEqual(await textsBeyondBoxes(page), []);
    assert.deepEqual(problems, []);
    await takeScreenshots(page, "pictures-hostile");
  });

  it("that has a text too long for its box is noticed", async () => {
    const { page } = await visit(pageOf(definition.replace(">Read<", `>${"Read".repeat(20)}<`)));
    assert.deepEqual(await textsBeyondBoxes(page), ["Read".repeat(20)]);
  });
});
