import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { toJunit } from "../../../policy/reports";
import { exampleReport, finding } from "./example-report";

describe("a policy report as JUnit XML", () => {
  it("has a suite for each rule: failed, skipped or passed", () => {
    assert.equal(
      toJunit(exampleReport()),
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="policy" tests="4" failures="1" errors="0" skipped="2">',
        '  <testsuite name="no-alert" tests="1" failures="0" errors="0" skipped="1">',
        '    <testcase classname="no-alert" name="the stack">',
        "      <skipped/>",
        "      <system-out><![CDATA[Nobody hears of a failure. Add an alert.]]></system-out>",
        "    </testcase>",
        "  </testsuite>",
        '  <testsuite name="too-much" tests="2" failures="1" errors="0" skipped="1">',
        '    <testcase classname="too-much" name="relay: policy.permissions.secrets" file="access/vault access.ts">',
        '      <failure message="access/vault access.ts:12: Not used: delete. The remedy of too-much." type="mandatory"/>',
        "    </testcase>",
        '    <testcase classname="too-much" name="backup: policy.permissions.secrets">',
        "      <skipped/>",
        "      <system-out><![CDATA[Exempted: Moves in March (until 2027-03-31, Ada).]]></system-out>",
        "    </testcase>",
        "  </testsuite>",
        '  <testsuite name="silent" tests="1" failures="0" errors="0" skipped="0">',
        '    <testcase classname="silent" name="The sentence of silent."/>',
        "  </testsuite>",
        "</testsuites>",
        "",
      ].join("\n"),
    );
  });

  it("is XML whatever a name or a message holds", () => {
    const xml = toJunit(
      exampleReport({ findings: [finding({ path: 'a<b>&"\u0000\u001b', message: "]]> <x> \uFFFE" })], exempted: [] }),
    );
    assert.ok(xml.includes('name="relay: a&lt;b>&amp;&quot;  "'));
    const advisory = toJunit(exampleReport({ findings: [finding({ level: "advisory", message: "]]><x>" })] }));
    assert.ok(
      advisory.includes("<![CDATA[access/vault access.ts:12: ]]]]><![CDATA[><x> The remedy of too-much.]]>"),
      advisory,
    );
    assert.ok(xml.includes('message="access/vault access.ts:12: ]]> &lt;x>   The remedy of too-much."'));
  });
});
