import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { renderText } from "../../../policy/reports";
import { exampleReport, finding } from "./example-report";

const plain = { width: 100, colour: false };

describe("a policy report as text", () => {
  it("has mandatory findings first, what to do, what is accepted, and the verdict last", () => {
    assert.equal(
      renderText(exampleReport(), plain),
      [
        "✘  too-much (mandatory)",
        "  The sentence of too-much.",
        "    relay  keyvault/v20230701:AccessPolicy, policy.permissions.secrets, access/vault access.ts:12",
        "      found  Not used: delete.",
        "      do     The remedy of too-much.",
        "  https://example.com/too-much",
        "",
        "!  no-alert (advisory)",
        "  The sentence of no-alert.",
        "    the stack",
        "      found  Nobody hears of a failure.",
        "      do     Add an alert.",
        "  https://example.com/no-alert",
        "",
        "exempted  too-much: backup  Moves in March (until 2027-03-31, Ada)",
        "declared  silent: relay     Only a key.",
        "",
        "✘ Policy: 1 mandatory and 1 advisory findings (21 resources, 3 rules).",
        "",
      ].join("\n"),
    );
  });

  it("says in one line that there is nothing to say", () => {
    const report = exampleReport({ findings: [], exempted: [], declaredReasons: [] });
    assert.equal(renderText(report, plain), "✔ Policy: no findings (21 resources, 3 rules).\n");
  });

  it("passes where all findings are advisory", () => {
    const report = exampleReport({ findings: [finding({ level: "advisory" })], exempted: [], declaredReasons: [] });
    assert.match(renderText(report, plain), /✔ Policy: 1 advisory finding \(21 resources, 3 rules\)\.\n$/);
  });

  it("wraps on narrow terminals, and loses nothing", () => {
    const message = "Not used: ".concat("delete, purge, backup, ".repeat(20));
    const text = renderText(exampleReport({ findings: [finding({ message })] }), { width: 60, colour: false });
    const tooWide = text.split("\n").filter((line) => line.length > 60);
    assert.deepEqual(tooWide, []);
    assert.equal([...text.matchAll(/purge/g)].length, 20);
  });

  it("has colours where they are wanted only, and no control character of a name", () => {
    const report = exampleReport({ findings: [finding({ urn: "urn:pulumi:a::b::c:d:E::x\u001b[31m\ny" })] });
    assert.ok(renderText(report, { width: 100, colour: true }).includes("\u001b[1m"));
    const text = renderText(report, plain);
    assert.ok(!text.includes("\u001b"));
    assert.match(text, /x \[31m y/);
  });
});
