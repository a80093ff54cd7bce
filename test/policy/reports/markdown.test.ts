import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { renderMarkdown } from "../../../policy/reports";
import { codeSpan, escapeText } from "../../../policy/reports/escape-markdown";
import { exampleReport, finding, urnOf } from "./example-report";

describe("a policy report as Markdown", () => {
  it("is a comment that a reviewer can act on, worst first", () => {
    assert.equal(
      renderMarkdown(exampleReport()),
      [
        "## ❌ Policy: 1 mandatory and 1 advisory findings",
        "",
        "Looked at: 21 resources, 3 rules.",
        "",
        "### ❌ too-much (mandatory)",
        "",
        "The sentence of too-much. The reason of too-much. [More](https://example.com/too-much)",
        "",
        "- **`relay`** (`keyvault/v20230701:AccessPolicy`, `access/vault access.ts:12`), `policy.permissions.secrets`: Not used: delete.",
        "  **Do:** The remedy of too-much.",
        "",
        "### ⚠️ no-alert (advisory)",
        "",
        "The sentence of no-alert. The reason of no-alert. [More](https://example.com/no-alert)",
        "",
        "- **the stack**: Nobody hears of a failure.",
        "  **Do:** Add an alert.",
        "",
        "### Exempted",
        "",
        "- too-much, **`backup`** (`keyvault:AccessPolicy`): Moves in March (until 2027-03-31, approved by Ada)",
        "",
        "### Reasons that the stack declares",
        "",
        "- silent, **`relay`** (`logic:Workflow`): Only a key.",
        "",
      ].join("\n"),
    );
  });

  it("counts what it leaves out, and keeps what is worst", () => {
    const many = (level: "mandatory" | "advisory", count: number) =>
      Array.from({ length: count }, (_, index) =>
        finding({ level, rule: level === "mandatory" ? "too-much" : "no-alert", urn: urnOf("a:b:C", `r${index}`) }),
      );
    const text = renderMarkdown(exampleReport({ findings: [...many("advisory", 700), ...many("mandatory", 300)] }));
    assert.ok(text.length < 60_000, String(text.length));
    const shown = [...text.matchAll(/^- \*\*`r\d+`/gm)].length;
    assert.ok(shown > 300);
    const advisory = text.indexOf("no-alert (advisory)");
    assert.equal([...text.slice(0, advisory).matchAll(/^- \*\*`r\d+`/gm)].length, 300);
    const leftOut = 1000 - shown;
    assert.ok(
      text.endsWith(
        `**Left out for want of room:** ${leftOut} advisory findings, 1 exempted, 1 reasons that the stack declares. ` +
          "The formats `text` and `sarif` have them all.\n",
      ),
    );
  });

  it("is under 60,000 characters, whatever the names and messages", () => {
    const text = fc.string({ unit: "binary", maxLength: 3000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 60 }), (texts) => {
        const findings = texts.map(([name, path, message]) => finding({ urn: urnOf("a:b:C", name), path, message }));
        const markdown = renderMarkdown(exampleReport({ findings }));
        const shown = [...markdown.matchAll(/^ {2}\*\*Do:\*\*/gm)].length;
        const leftOut = Number(/(\d+) mandatory findings\b(?!$)/.exec(markdown.split("Left out")[1] ?? "")?.[1] ?? 0);
        return markdown.length < 60_000 && shown + leftOut === texts.length;
      }),
      { numRuns: 20 },
    );
  });
});

describe("text of a stack in Markdown", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      "formats nothing",
      "**bold** _it_ <b>x</b> [a](b) | c",
      "\\*\\*bold\\*\\* \\_it\\_ \\<b\\>x\\</b\\> \\[a\\](b) \\| c",
    ],
    ["calls nobody", 'use @equals("a") @team/x', 'use `@equals`("a") `@team/x`'],
    ["refers to no issue", "see #12 and GH-3", "see `#12` and `GH-3`"],
    [
      "links nowhere",
      "go to https://evil.example/x?y=1 or www.evil.example",
      "go to `https://evil.example/x?y=1` or `www.evil.example`",
    ],
    ["stays on its line", "a\r\n\n# b\u2028c\u202Ed", "a \\# b c d"],
  ];
  for (const [claim, text, expected] of cases) {
    it(claim, () => {
      assert.equal(escapeText(text), expected);
    });
  }

  it("is code whatever ticks it has", () => {
    assert.equal(codeSpan("a`b``c"), "```a`b``c```");
    assert.equal(codeSpan("`a`"), "`` `a` ``");
    assert.equal(codeSpan("\n"), "");
  });

  it("is cut where it is too long, between characters", () => {
    assert.equal(escapeText("😀".repeat(600)), `${"😀".repeat(500)}…`);
    assert.equal(codeSpan("x".repeat(1001)), `\`${"x".repeat(1000)}…\``);
  });
});
