import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { renderMarkdown } from "../../../policy/reports";
import type { Finding } from "../../../policy/rule/rule";
import { codeSpan, escapeText } from "../../../policy/reports/escape-markdown";
import { exampleReport, exampleRules, finding, urnOf } from "./example-report";
import { anyCharacter } from "../../any-characters";

/** Findings of a rule on resources of their own. */
function many(rule: (typeof exampleRules)[number], count: number): readonly Finding[] {
  const { id, level } = rule;
  return Array.from({ length: count }, (_, index) => finding({ rule: id, level, urn: urnOf("a:b:C", `r${index}`) }));
}

/** How many lines of a rule are shown, and how many it counts besides. */
function linesOf(markdown: string, rule: string): readonly [shown: number, counted: number] {
  const shown = [...markdown.matchAll(new RegExp(`^- \\S+ \\*\\*${rule}\\*\\*, `, "gm"))].length;
  const [, counted = 0] = new RegExp(`^- \\S+ \\*\\*${rule}\\*\\*: and (\\d+) more, see `, "m").exec(markdown) ?? [];
  return [shown, Number(counted)];
}

describe("a policy report as Markdown", () => {
  it("is a comment that a reviewer can act on, worst first, with a line for each finding", () => {
    const report = exampleReport();
    const [first, ...rest] = report.findings;
    assert.ok(first !== undefined);
    assert.equal(
      renderMarkdown({ ...report, findings: [first, ...rest, finding({ path: "a.b", remediation: "Remove it." })] }),
      [
        "## ❌ Policy: 2 mandatory and 1 advisory findings",
        "",
        "Scope: 21 resources, 3 rules, 4 places undecided, 1 resource not looked at.",
        "",
        "| Rule | Level | Findings | How to fix |",
        "| --- | --- | --- | --- |",
        "| [too-much](https://example.com/too-much) | ❌ mandatory | 2 | The remedy of too-much. |",
        "| [no-alert](https://example.com/no-alert) | ⚠️ advisory | 1 | The remedy of no-alert. |",
        "",
        "- ❌ **too-much**, `relay` (`keyvault/v20230701:AccessPolicy`, `access/vault access.ts:12`), `policy.permissions.secrets`: Not used: delete.",
        "- ❌ **too-much**, `relay` (`keyvault/v20230701:AccessPolicy`, `access/vault access.ts:12`), `a.b`: Not used: delete. **Fix:** Remove it.",
        "- ⚠️ **no-alert**, the stack: Nobody hears of a failure. **Fix:** Add an alert.",
        "",
        "### Exempted",
        "",
        "- too-much, `backup` (`keyvault:AccessPolicy`): Moves in March (until 2027-03-31, approved by Ada)",
        "",
        "### Reasons that the stack declares",
        "",
        "- silent, `relay` (`logic:Workflow`): Only a key.",
        "",
      ].join("\n"),
    );
  });

  it("is short where there is nothing to say", () => {
    assert.equal(
      renderMarkdown(exampleReport({ findings: [], exempted: [], declaredReasons: [] })),
      "## ✅ Policy: no findings\n\nScope: 21 resources, 3 rules, 4 places undecided, 1 resource not looked at.\n",
    );
  });

  it("has at most 60 lines, in which every rule keeps one and what is left out is counted", () => {
    const [advisory, mandatory] = exampleRules;
    const findings = [...many(advisory, 700), ...many(mandatory, 300)];
    const text = renderMarkdown(exampleReport({ findings }));
    assert.equal(text.trimEnd().split("\n").length, 60);
    assert.deepEqual(linesOf(text, mandatory.id), [40, 260]);
    assert.deepEqual(linesOf(text, advisory.id), [1, 699]);
    assert.ok(text.includes("\n- ⚠️ **no-alert**: and 699 more, see the formats `text`, `sarif` and `junit`.\n"));
  });

  it("leaves nothing out that has room", () => {
    const [advisory, mandatory] = exampleRules;
    const text = renderMarkdown(exampleReport({ findings: [...many(advisory, 30), ...many(mandatory, 8)] }));
    assert.deepEqual(linesOf(text, mandatory.id), [8, 0]);
    assert.deepEqual(linesOf(text, advisory.id), [30, 0]);
  });

  it("has at most the 65,536 characters that GitHub takes, and counts the rest, whatever the names and messages", () => {
    const text = fc.string({ unit: anyCharacter, maxLength: 3000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 60 }), (texts) => {
        const findings = texts.map(([name, path, message]) => finding({ urn: urnOf("a:b:C", name), path, message }));
        const markdown = renderMarkdown(exampleReport({ findings }));
        const [shown, counted] = linesOf(markdown, "too-much");
        return markdown.length <= 65_536 && shown + counted === texts.length;
      }),
      { numRuns: 20 },
    );
  });

  it("counts findings that are too long for the room", () => {
    const message = "`".repeat(1000);
    const findings = many(exampleRules[1], 40).map((each) => ({ ...each, message, remediation: "*".repeat(1000) }));
    const text = renderMarkdown(exampleReport({ findings }));
    const [shown, counted] = linesOf(text, "too-much");
    assert.ok(text.length <= 65_536 && text.length > 60_000, String(text.length));
    assert.ok(shown > 10 && shown < 40);
    assert.equal(shown + counted, 40);
    assert.ok(text.endsWith("Only a key.\n"));
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
