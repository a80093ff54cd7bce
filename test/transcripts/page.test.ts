import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { normalise } from "./normalise";
import { stepsOf, withoutComment } from "./page";

const fence = "```";
const blockOf = (...lines: readonly string[]) => [`${fence}sh`, ...lines, fence, ""].join("\n");

describe("Commands of a page", () => {
  it("are those of its sh blocks, with their lines, in the page's order", () => {
    const page = `# Title\n\n${blockOf("npm ci # a minute", "", "# A comment.", "npm start")}\n${fence}ts\nother();\n${fence}\n`;
    assert.deepEqual(stepsOf(page), [
      { kind: "command", line: 4, text: "npm ci # a minute", marked: false, exitCode: 0 },
      { kind: "command", line: 7, text: "npm start", marked: false, exitCode: 0 },
    ]);
  });

  it("end where bash ends them: at a bracket, a here-document's end, a line without a backslash", () => {
    const commands = [
      "(\n  cd docs\n  ls\n)",
      "cat > a.json <<'JSON'\n{}\nJSON",
      "az group create \\\n  --name a   # ☁",
      "ls |\n  while read -r ID; do echo; done",
    ];
    assert.deepEqual(
      stepsOf(blockOf(...commands)).map((step) => step.kind === "command" && [step.line, step.text, step.marked]),
      [
        [2, commands[0], false],
        [6, commands[1], false],
        [9, commands[2], true],
        [11, commands[3], false],
      ],
    );
  });

  it("may be indented, in a list, and state an exit code", () => {
    const [step] = stepsOf(`1. Step:\n\n   ${fence}sh\n   npm run policy   # exits with 1\n   ${fence}\n`);
    assert.deepEqual(step, {
      kind: "command",
      line: 4,
      text: "npm run policy   # exits with 1",
      marked: false,
      exitCode: 1,
    });
  });

  it("cannot be a template that bash does not read", () => {
    assert.throws(() => stepsOf(blockOf("git clone <this repository> && cd it")), /ends within a command: git clone/);
  });

  it("have outputs and printed lines after a comment that names the command", () => {
    const output = `<!-- output of npm start -->\n\n${fence}text\nDone.\n${fence}\n`;
    const printed = `<!-- printed by npm start -- --serve, to run -->\n\n${fence}text\n. …/a.sh\nls\n${fence}\n`;
    assert.deepEqual(stepsOf(`${output}\n${printed}`), [
      { kind: "output", line: 4, of: "npm start", text: "Done.\n" },
      { kind: "printed", line: 10, by: "npm start -- --serve", lines: [". …/a.sh", "ls"] },
    ]);
  });

  it("are named without their comments", () => {
    assert.equal(withoutComment("npm start -- --serve   # until Ctrl-C"), "npm start -- --serve");
  });
});

describe("Outputs of two runs", () => {
  it("agree when they differ in ids, times, durations and the widths of columns", () => {
    const first =
      "\n> a@0.1.0 start\n> node run.mjs\n\n✔  refresh-a398d3b5a  Succeeded  442 ms\nexpires 2026-11-23T20:00:03.000Z\n";
    const second = "expires 2027-01-01T00:00:00.000Z\n✔ refresh-a0b612682 Succeeded 4 ms\n";
    assert.deepEqual(normalise(first), normalise(second));
  });

  it("differ when they differ in a name, a number or a verdict", () => {
    const differing = ["✔ 6 proofs held", "✔ 5 proofs held", "✘ 6 proofs held", "✔ 6 proofs held (4 s)"];
    assert.equal(new Set(differing.map((line) => normalise(line).join("\n"))).size, 4);
  });
});
