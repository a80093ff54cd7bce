import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import Table from "cli-table3";
import fc from "fast-check";
import { describe, it } from "mocha";
import { createProgress, renderReport, toJson, type LocalRunReport } from "../../../local/report";
import { exampleReport } from "./example-report";

const plain = (report: LocalRunReport, width = 120) => renderReport(report, { width, colour: false }, "verbose");
const linesOf = (text: string) => text.split("\n");

/** Columns that a line takes in a terminal, as a table of one cell measures them. */
function columnsOf(line: string): number {
  const table = new Table({ style: { "padding-left": 0, "padding-right": 0, head: [], border: [] } });
  table.push([line]);
  return table.width - 2;
}

describe("report for a terminal", () => {
  it("shows each run's actions with state, start, duration and what was secured", () => {
    const lines = linesOf(plain(exampleReport));
    assert.ok(lines.includes("Run of salesforce-refresh: Succeeded"));
    assert.ok(lines.includes("  Recurrence at 2026-01-01T01:30:00.000Z, 7 billable actions"));
    assert.ok(
      lines.some((line) =>
        /^ {2}✔ {2}Request_token, 2 attempts +Http +Succeeded +\+18 ms +61 ms .*━.* inputs and outputs$/.test(line),
      ),
    );
    assert.ok(
      lines.some((line) => /^ {2}– {2}Report_failed_token_request +Terminate +Skipped +\+1\.3 s +·+ +no$/.test(line)),
    );
    assert.ok(lines.some((line) => /^ {2}✘ {2}Set_secret +Http +Failed \(Forbidden\) /.test(line)));
  });

  it("draws when an action ran on the scale of its run", () => {
    const [, first = ""] = /Get_client_id .* ([━·]+) /.exec(plain(exampleReport, 200)) ?? [];
    const [, write = ""] = /Set_secret +ApiConnection .* ([━·]+) /.exec(plain(exampleReport, 200)) ?? [];
    assert.equal(first, `━${"·".repeat(39)}`);
    assert.equal(write, `··${"━".repeat(37)}·`);
  });

  it("shows a failure that its run tolerated as a remark, not in red", () => {
    const [run] = exampleReport.runs;
    const [action] = run?.actions ?? [];
    assert.ok(run !== undefined && action !== undefined);
    const failed = { ...action, status: "Failed", code: "Forbidden" };
    const report = { ...exampleReport, runs: [{ ...run, actions: [failed] }], proofs: [], held: true };
    assert.match(plain(report), /^ {2}! {2}Get_client_id/m);
    const coloured = renderReport(report, { width: 120, colour: true }, "verbose");
    assert.ok(coloured.includes("\u001B[33m!"));
    assert.ok(!coloured.includes("\u001B[31m"));
  });

  it("names a failed action's code at every width", () => {
    assert.match(plain(exampleReport, 60), /✘ {2}Set_secret: Failed \(Forbidden\)/);
  });

  it("shows a secret's versions with state, expiry and tags", () => {
    const lines = linesOf(plain(exampleReport));
    const start = lines.indexOf("Secret salesforce-access-token: 2 versions");
    assert.deepEqual(lines.slice(start + 1, start + 5), [
      "  0a1b2c3d4e5f60718293a4b5c6d7e8f9  expires 2026-01-01T03:30:00Z  enabled",
      "    instance_url: https://contoso.my.salesforce.com",
      "  ffffffffffffffffffffffffffffffff  does not expire  disabled",
      "",
    ]);
  });

  it("shows resources, notes, what was dropped, and outputs", () => {
    const lines = linesOf(plain(exampleReport));
    assert.equal(lines[0], "logicapp-keyvault-secrets, stack local: 4 resources");
    for (const line of [
      "  keyvault:Vault  salesforce-vault",
      `    ${exampleReport.resources[1]?.id ?? ""}`,
      "  note     Version 500 of the secret salesforce-access-token will be reached on 2026-02-11.",
      "  dropped  properties.createMode of salesforce-vault: azure-native does not send it",
      "  relayKey: [secret]",
      "  allowedNames: salesforce-access-token",
      "  relay",
      "    name: set-secret-relay",
    ]) {
      assert.ok(lines.includes(line), line);
    }
  });

  it("shows nothing of parts that are absent", () => {
    const empty = {
      ...exampleReport,
      droppedProperties: [],
      notes: [],
      runs: [],
      costs: [],
      consumers: [],
      consumerCosts: [],
      secrets: [],
      proofs: [],
      policy: { resources: 0, findings: [], declaredReasons: [] },
      outputs: {},
    };
    assert.deepEqual(linesOf(plain({ ...empty, resources: [], held: false })), [
      "logicapp-keyvault-secrets, stack local: 0 resources",
      "",
      "✘ The run failed before its proofs were through (2.3 s, 181 MB).",
      "",
    ]);
  });

  it("ends in the verdict", () => {
    const verdict = "✔ 2 proofs held, each with its control, and the policy pack passes (2.3 s, 181 MB).";
    assert.equal(linesOf(plain(exampleReport)).at(-2), verdict);
    assert.doesNotMatch(plain({ ...exampleReport, runs: [] }), /✘/);
  });

  it("shows what was expected and what was seen of a proof that failed, and names it in the verdict", () => {
    const [first, second] = exampleReport.proofs;
    assert.ok(first !== undefined && second !== undefined);
    const failedProof = { ...first, held: false, seen: "200 OK" };
    const failedControl = { ...second, control: { ...second.control, held: false, seen: "nothing" } };
    const lines = linesOf(plain({ ...exampleReport, proofs: [failedProof, failedControl], held: false }));
    const proof = lines.indexOf("  ✘  The connection cannot write a name that is not allowed");
    assert.deepEqual(lines.slice(proof + 1, proof + 3), [
      "     expected  403 Forbidden, and no version of other-secret",
      "     seen      200 OK",
    ]);
    const control = lines.indexOf("     ✘  control: a planted one is found");
    assert.deepEqual(lines.slice(control + 1, control + 3), [
      "        expected  found as base64",
      "        seen      nothing",
    ]);
    assert.equal(lines.at(-2), "✘ 2 of 2 proofs failed: name-guard, no-secrets (its control) (2.3 s, 181 MB).");
  });

  it("shows the policy pack's verdict: what is mandatory in full, advice by the rule", () => {
    const { policy } = exampleReport;
    const message = "Purge protection is off.";
    const mandatory = { rule: "vault-recovery", level: "mandatory", resource: "secrets", message };
    const failed = { ...policy, findings: [mandatory, ...policy.findings] };
    const lines = linesOf(plain({ ...exampleReport, policy: failed, held: false }));
    const heading = lines.indexOf("Policy pack");
    assert.deepEqual(lines.slice(heading + 1), [
      "  ✘  vault-recovery              secrets: Purge protection is off.",
      "  ·  advice: vault-network       secrets",
      "  ·  advice: run-history-access  relay, refresh",
      "  ·  declared reason             relay: The connector calls it.",
      "",
      "✘ Not passed: the policy pack has 1 mandatory finding (2.3 s, 181 MB).",
      "",
    ]);
  });

  it("is coloured only when asked to be, and says the same", () => {
    const coloured = renderReport(exampleReport, { width: 120, colour: true }, "verbose");
    assert.notEqual(coloured, plain(exampleReport));
    assert.equal(stripVTControlCharacters(plain(exampleReport)), plain(exampleReport));
    assert.equal(
      linesOf(stripVTControlCharacters(coloured))
        .map((line) => line.trimEnd())
        .join("\n"),
      plain(exampleReport),
    );
  });

  it("lets no text from elsewhere write over the terminal", () => {
    const text = plain({ ...exampleReport, notes: ["one\u001b[2Jtwo\nthree"] });
    assert.match(text, /note {5}one \[2Jtwo three/);
  });

  it("wraps between words only, so that no identifier is broken or cut", () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom("a", "Z", "-", "/", "_", ".", "é", "漢", "🔑"), minLength: 1 }),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    const widths = fc.constantFrom(60, 61, 79, 80, 99, 110, 120, 160, 200, Number.POSITIVE_INFINITY);
    fc.assert(
      fc.property(words, words, widths, fc.boolean(), (one, two, width, colour) => {
        const [claim, note] = [one.join(" "), two.join(" ")];
        const report: LocalRunReport = {
          ...exampleReport,
          notes: [note],
          secrets: [],
          proofs: exampleReport.proofs.map((proof) => ({ ...proof, claim, seen: note })),
          held: false,
        };
        const text = stripVTControlCharacters(renderReport(report, { width, colour }, "verbose"));
        for (const word of [...one, ...two]) assert.ok(text.includes(word), word);
        const longest = Math.max(...[...one, ...two].map(columnsOf));
        for (const line of linesOf(text).filter((line) => !line.includes("/subscriptions/"))) {
          assert.ok(columnsOf(line) <= Math.max(width, longest + 30), `wider than ${width}: ${line}`);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("report as JSON", () => {
  it("is one document, with all of the report, ending in a line break", () => {
    const json = toJson(exampleReport);
    assert.ok(json.endsWith("}\n"));
    assert.deepEqual(JSON.parse(json), exampleReport);
  });
});

describe("progress", () => {
  it("writes a line at a time", () => {
    const stream = new PassThrough();
    const progress = createProgress(stream, { colour: false });
    progress("Deploying 12 resources");
    progress("one\ntwo");
    assert.equal(String(stream.read()), "› Deploying 12 resources\n› one two\n");
  });

  it("leaves out the parts of a step, or everything", () => {
    const stream = new PassThrough();
    for (const shows of ["steps", "nothing"] as const) {
      const progress = createProgress(stream, { colour: false, shows });
      progress("Deploying");
      progress("  Vault secrets");
    }
    assert.equal(String(stream.read()), "› Deploying\n");
  });
});
