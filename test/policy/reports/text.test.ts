import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { renderText } from "../../../policy/reports";
import { exampleReport, finding } from "./example-report";

const plain = { width: 100, colour: false };
const scope = "21 resources, 3 rules, 4 places undecided, 1 resource not looked at";

describe("a policy report as text", () => {
  it("has mandatory findings first, what to do, what is accepted, and the verdict last", () => {
    assert.equal(
      renderText(exampleReport(), plain, "verbose"),
      [
        "✘  too-much (mandatory)",
        "  The fault of too-much.",
        "    relay  keyvault/v20230701:AccessPolicy, policy.permissions.secrets, access/vault access.ts:12",
        "      found  Not used: delete.",
        "      do     The remedy of too-much.",
        "  https://example.com/too-much",
        "",
        "!  no-alert (advisory)",
        "  The fault of no-alert.",
        "    the stack",
        "      found  Nobody hears of a failure.",
        "      do     Add an alert.",
        "  https://example.com/no-alert",
        "",
        "exempted  too-much: backup  Moves in March (until 2027-03-31, Ada)",
        "declared  silent: relay     Only a key.",
        "",
        "✘ Policy: 1 mandatory and 1 advisory findings (21 resources, 3 rules, 4 places undecided, 1 resource",
        "not looked at).",
        "",
      ].join("\n"),
    );
  });

  it("says in one line that there is nothing to say", () => {
    const report = exampleReport({ findings: [], exempted: [], declaredReasons: [] });
    assert.equal(renderText(report, plain, "usual"), `✔ Policy: no findings (${scope}).\n`);
  });

  it("passes where all findings are advisory", () => {
    const report = exampleReport({ findings: [finding({ level: "advisory" })], exempted: [], declaredReasons: [] });
    assert.ok(renderText(report, plain, "usual").endsWith(`✔ Policy: 1 advisory finding (${scope}).\n`));
  });

  it("lists advisory findings by rule in the summary, and is the verdict alone with --quiet", () => {
    assert.deepEqual(
      renderText(exampleReport(), { width: Number.POSITIVE_INFINITY, colour: false }, "usual").split("\n"),
      [
        "✘  too-much (mandatory)",
        "  The fault of too-much.",
        "    relay  keyvault/v20230701:AccessPolicy, policy.permissions.secrets, access/vault access.ts:12",
        "      found  Not used: delete.",
        "      do     The remedy of too-much.",
        "  https://example.com/too-much",
        "",
        "!  no-alert (advisory, 1 finding)",
        "  The fault of no-alert.",
        "    the stack",
        "",
        "exempted  too-much: backup  Moves in March (until 2027-03-31, Ada)",
        "declared  silent: relay     Only a key.",
        "",
        "--verbose shows each advisory finding with its place and fix.",
        `✘ Policy: 1 mandatory and 1 advisory findings (${scope}).`,
        "",
      ],
    );
    assert.equal(
      renderText(exampleReport(), { width: 200, colour: false }, "quiet"),
      `✘ Policy: 1 mandatory and 1 advisory findings (${scope}).\n`,
    );
  });

  it("shows what a change adds, removes and rewords, compared with an earlier report", () => {
    const gone = finding({ rule: "silent", path: "definition.triggers" });
    const [before, after] = [finding({ path: "a", message: "Not used: get." }), finding({ path: "a" })];
    const comparison = { base: "base.json", removed: [gone], changed: [{ before, after }], unchanged: 7 };
    const report = exampleReport({ findings: [finding()], exempted: [], declaredReasons: [], comparison });
    const lines = renderText(report, { width: 200, colour: false }, "usual").split("\n");
    assert.equal(lines[0], "✘  added: too-much (mandatory)");
    assert.deepEqual(lines.slice(-8), [
      "removed  silent (mandatory)  relay, definition.triggers",
      "",
      "changed  too-much (mandatory)  relay, a",
      "         before                Not used: get.",
      "         now                   Not used: delete.",
      "",
      `✘ Policy: 1 mandatory finding added, 1 removed, 1 changed, 7 unchanged (${scope}).`,
      "",
    ]);
  });

  it("does not pass where no resource is of a type that the rules read", () => {
    const report = exampleReport({ recognised: 0, findings: [], exempted: [], declaredReasons: [] });
    assert.equal(
      renderText(report, { width: 200, colour: false }, "usual"),
      `✘ Policy: nothing was checked, as no resource is of a type that the rules read (${scope}).\n`,
    );
  });

  it("wraps on narrow terminals, and loses nothing", () => {
    const message = "Not used: ".concat("delete, purge, backup, ".repeat(20));
    const text = renderText(
      exampleReport({ findings: [finding({ message })] }),
      { width: 60, colour: false },
      "verbose",
    );
    const tooWide = text.split("\n").filter((line) => line.length > 60);
    assert.deepEqual(tooWide, []);
    assert.equal([...text.matchAll(/purge/g)].length, 20);
  });

  it("has colours where they are wanted only, and no control character of a name", () => {
    const report = exampleReport({ findings: [finding({ urn: "urn:pulumi:a::b::c:d:E::x\u001b[31m\ny" })] });
    assert.ok(renderText(report, { width: 100, colour: true }, "verbose").includes("\u001b[1m"));
    const text = renderText(report, plain, "verbose");
    assert.ok(!text.includes("\u001b"));
    assert.match(text, /x \[31m y/);
  });
});
