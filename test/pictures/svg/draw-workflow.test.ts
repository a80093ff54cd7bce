import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { drawWorkflow, graphWorkflow, type ActionOutcome, type PicturedRun } from "../../../pictures";
import { plainText } from "../../../pictures/text/plain-text";
import { exampleDefinition } from "../example-definition";
import { hostileDefinitions, hostileNames } from "../hostile-definitions";
import { everyElement, parseSvg, type SvgElement } from "./parse-svg";
import { anyCharacter } from "../../any-characters";

const title = "Logic App shop";
const example = graphWorkflow(exampleDefinition);

function runOf(...actions: readonly ActionOutcome[]): PicturedRun {
  return { status: "Failed", triggerName: "Recurrence", actions };
}

function nodesOf(svg: SvgElement): readonly SvgElement[] {
  return svg.children.filter(({ attributes }) => attributes.role === "img");
}

/** Texts of each node, without its tooltip. */
function textsOf(node: SvgElement): readonly string[] {
  return node.children.filter(({ name }) => name === "text").map(({ text }) => text);
}

/** Class and outcome of each node of the example in a run. */
function outcomesIn(run: PicturedRun): Readonly<Record<string, readonly (string | undefined)[]>> {
  const nodes = nodesOf(parseSvg(drawWorkflow(example, { title, run })));
  return Object.fromEntries(
    nodes.map((node): readonly [string, readonly (string | undefined)[]] => {
      const outcome = node.children.filter(
        ({ name, attributes }) => name === "text" && attributes.class === "wf-outcome",
      );
      return [textsOf(node)[0] ?? "", [node.attributes.class, outcome.map(({ text }) => text).join(" ")]];
    }),
  );
}

describe("A workflow's picture", () => {
  it("is one SVG element that names itself and says how much there is", () => {
    const svg = parseSvg(drawWorkflow(example, { title }));
    const { width, height, viewBox, ...attributes } = svg.attributes;
    assert.deepEqual(attributes, {
      xmlns: "http://www.w3.org/2000/svg",
      class: "wf",
      role: "group",
      "aria-label": title,
    });
    assert.equal(viewBox, `-8 -8 ${width} ${height}`);
    assert.equal(svg.children[0]?.text, "1 trigger and 7 actions.");
  });

  it("draws an empty workflow", () => {
    assert.equal(
      drawWorkflow(graphWorkflow({}), { title }),
      '<svg xmlns="http://www.w3.org/2000/svg" class="wf" role="group" aria-label="Logic App shop" width="16" height="16" ' +
        'viewBox="-8 -8 16 16"><desc>0 triggers and 0 actions.</desc><g aria-hidden="true"></g></svg>',
    );
  });

  it("counts a workflow that is too large for Azure", () => {
    const names = Array.from({ length: 600 }, (_, index) => `A${index}`);
    const actions = Object.fromEntries(
      names.map((name, index) => [name, { runAfter: { [names[index - 1] ?? ""]: [] } }]),
    );
    const svg = parseSvg(drawWorkflow(graphWorkflow({ actions }), { title }));
    assert.deepEqual(
      svg.children.map(({ name, text }) => [name, text]),
      [
        ["desc", "0 triggers and 600 actions."],
        ["text", "Too large to draw: 0 triggers and 600 actions."],
      ],
    );
  });

  it("draws two actions and what is between them", () => {
    const actions = { A: { type: "Compose" }, B: { type: "Compose", runAfter: { A: ["Failed"] } } };
    assert.equal(
      drawWorkflow(graphWorkflow({ actions }), { title: "Two" }),
      '<svg xmlns="http://www.w3.org/2000/svg" class="wf" role="group" aria-label="Two" width="136" height="166" ' +
        'viewBox="-8 -8 136 166"><desc>0 triggers and 2 actions.</desc>' +
        '<g role="img"><title>A. Compose.</title>' +
        '<rect class="wf-box" x="0" y="0" width="120" height="50" rx="6"/>' +
        '<text class="wf-name" x="12" y="20">A</text><text class="wf-operation" x="12" y="37">Compose</text></g>' +
        '<g role="img"><title>B. Compose. Runs after A (Failed).</title>' +
        '<rect class="wf-box" x="0" y="100" width="120" height="50" rx="6"/>' +
        '<text class="wf-name" x="12" y="120">B</text><text class="wf-operation" x="12" y="137">Compose</text></g>' +
        '<g aria-hidden="true"><path class="wf-line" d="M60 50L60 92"/><path class="wf-head" d="M60 100L56 92L64 92z"/>' +
        '<text class="wf-label" x="60" y="79">Failed</text></g></svg>',
    );
  });

  it("shows of each node its name, what it does and what run history hides, with a sign", () => {
    const nodes = nodesOf(parseSvg(drawWorkflow(example, { title })));
    assert.deepEqual(nodes.map(textsOf), [
      ["Recurrence", "Recurrence: every hour"],
      ["Read", "Key Vault: Get secret", "outputs hidden"],
      ["Each", "For each", "For each item"],
      ["Is_due", "Condition", "True", "False"],
      ["Set_secret", "Connector: Set secret", "inputs and outputs hidden"],
      ["Report", "Terminate: Failed"],
      ["Route", "Switch", "Case EU or US", "Default"],
      ["Answer", "Response: 200"],
    ]);
    const signs = nodes.map((node) => node.children.filter(({ name }) => name === "path").length);
    assert.deepEqual(signs, [0, 1, 0, 0, 1, 0, 0, 0]);
  });

  it("tells a screen reader all of a node", () => {
    const run = runOf({ name: "Report", status: "Skipped" }, { name: "Read", status: "Succeeded" });
    const nodes = nodesOf(parseSvg(drawWorkflow(example, { title, run })));
    assert.deepEqual(
      [1, 5].map((index) => nodes[index]?.children[0]?.text),
      [
        "Read. Key Vault: Get secret. Succeeded. Run history hides its outputs. Runs after Recurrence (Succeeded). Reads the token.",
        "Report. Terminate: Failed. Skipped. In Is_due, True. Runs after Set_secret (Failed, TimedOut).",
      ],
    );
  });

  it("labels an edge with its statuses, unless it is for success alone", () => {
    const labels = everyElement(parseSvg(drawWorkflow(example, { title }))).filter(
      ({ attributes }) => attributes.class === "wf-label",
    );
    assert.deepEqual(labels.map(({ text }) => text).sort(), ["Failed, Skipped", "Failed, TimedOut"]);
  });

  it("shows what became of each node in a run, in words as in colour", () => {
    assert.deepEqual(
      outcomesIn(
        runOf(
          { name: "Read", status: "Succeeded", code: "OK" },
          { name: "Each", status: "Failed", code: "ActionFailed" },
          { name: "Is_due", status: "Cancelled" },
          { name: "Set_secret", status: "TimedOut", code: "ActionTimedOut", attempts: 3 },
          { name: "Report", status: "Skipped", code: "ActionSkipped" },
          { name: "Route", status: "Running" },
        ),
      ),
      {
        Recurrence: ["wf-Succeeded", "Succeeded"],
        Read: ["wf-Succeeded", "Succeeded"],
        Each: ["wf-Failed", "Failed (ActionFailed)"],
        Is_due: ["wf-Cancelled", "Cancelled"],
        Set_secret: ["wf-TimedOut", "Timed out (ActionTimedOut), 3 attempts"],
        Report: ["wf-Skipped", "Skipped"],
        Route: ["wf-Running", "Running"],
        Answer: ["wf-NotReached", "Not reached"],
      },
    );
  });

  it("tells the failures of a run from those that a run got over", () => {
    const run = runOf({ name: "Read", status: "Failed", code: "NotFound" });
    for (const [status, classes] of [
      ["Failed", "wf"],
      ["Succeeded", "wf wf-run-Succeeded"],
    ] as const) {
      const svg = parseSvg(drawWorkflow(example, { title, run: { ...run, status } }));
      assert.equal(svg.attributes.class, classes);
    }
  });

  it("counts the iterations of a loop, the worst status first", () => {
    const { Set_secret: outcome } = outcomesIn(
      runOf(
        { name: "Set_secret", status: "Succeeded" },
        { name: "Set_secret", status: "Skipped" },
        { name: "Set_secret", status: "Failed", code: "Forbidden", attempts: 2 },
        { name: "Set_secret", status: "Succeeded" },
      ),
    );
    assert.deepEqual(outcome, ["wf-Failed", "Failed 1× (Forbidden), Succeeded 2×, Skipped 1×, 2 attempts"]);
  });

  it("says of a run that goes on what it has not reached yet", () => {
    const { Read: outcome } = outcomesIn({ status: "Running", triggerName: "Recurrence", actions: [] });
    assert.deepEqual(outcome, ["wf-NotReached", "Not yet reached"]);
  });

  it("tells the edges that a run took from those that it left", () => {
    const run = runOf(
      { name: "Read", status: "Succeeded" },
      { name: "Each", status: "Succeeded" },
      { name: "Route", status: "Skipped" },
    );
    const lines = everyElement(parseSvg(drawWorkflow(example, { title, run })))
      .map(({ attributes }) => attributes.class ?? "")
      .filter((kind) => kind.startsWith("wf-line"));
    assert.deepEqual(lines.sort(), ["wf-line wf-left", "wf-line wf-left", "wf-line wf-taken", "wf-line wf-taken"]);
  });

  it("shows nothing of what an action sends", () => {
    assert.ok(!drawWorkflow(example, { title }).includes("canary"));
  });

  it("has every hostile name as text, and neither element nor attribute of it", () => {
    const actions = Object.fromEntries(hostileNames.map((name) => [name, { type: "Compose", description: name }]));
    Object.defineProperty(actions, "__proto__", { value: { type: "Compose" }, enumerable: true });
    const svg = parseSvg(drawWorkflow(graphWorkflow({ actions }), { title: hostileNames.join("") }));
    assert.equal(svg.attributes["aria-label"], plainText(hostileNames.join("")));
    const nodes = nodesOf(svg);
    assert.equal(nodes.length, hostileNames.length);
    const tooltips = nodes.map(({ children }) => children[0]?.text ?? "");
    for (const name of hostileNames)
      assert.ok(
        tooltips.some((text) => text.startsWith(plainText(name))),
        name,
      );
  });

  it("has known elements and attributes alone: no id, style, script or address, whatever the definition", () => {
    const allowed: Readonly<Record<string, readonly string[]>> = {
      svg: ["aria-label", "class", "height", "role", "viewBox", "width", "xmlns"],
      desc: [],
      title: [],
      g: ["aria-hidden", "class", "role"],
      rect: ["class", "height", "rx", "width", "x", "y"],
      path: ["class", "d", "transform"],
      text: ["class", "x", "y"],
    };
    fc.assert(
      fc.property(hostileDefinitions, fc.string({ unit: anyCharacter }), (definition, code) => {
        const graph = graphWorkflow(definition);
        const actions = graph.nodes.map(({ name }): ActionOutcome => ({ name, status: "Failed", code }));
        const svg = drawWorkflow(graph, { title: code, run: runOf(...actions) });
        assert.ok(
          !/NaN|undefined|Infinity/.test(
            svg.replaceAll(/>[^<]*<|"[^"]*"/g, (part) => (/^"[-\d. ]/.test(part) ? part : "")),
          ),
        );
        for (const { name, attributes } of everyElement(parseSvg(svg))) {
          const unknown = Object.keys(attributes).filter((attribute) => allowed[name]?.includes(attribute) !== true);
          assert.deepEqual(unknown, [], name);
          assert.match(attributes.class ?? "", /^(?:wf[-a-zA-Z]*(?: |$))*$/);
        }
      }),
      { numRuns: 15 },
    );
  });
});
