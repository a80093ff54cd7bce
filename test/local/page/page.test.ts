import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "mocha";
import { renderPage } from "../../../local/page";
import type { LocalRunReport } from "../../../local/report";
import { exampleReport } from "../report/example-report";

const page = renderPage(exampleReport);

/** The text of a page, or of a part of it, as a person reads it. */
function textOf(html: string): string {
  return html
    .replaceAll(/<style>[^]*?<\/style>|<svg[^]*?<\/svg>|<wbr>/g, "")
    .replaceAll(/<[^>]*>|&nbsp;/g, " ")
    .replaceAll(/\s+/g, " ");
}

/** A section of a page, by its anchor. */
function section(id: string, html = page): string {
  return new RegExp(`<section id="${id}"[^]*?</section>`).exec(html)?.[0] ?? "";
}

/** Rows of a part of a page, each as its text. */
function rowsOf(html: string): readonly string[] {
  return [...html.matchAll(/<tr[^]*?<\/tr>/g)].map(([row]) => textOf(row).trim());
}

/** Properties whose keys are names. */
const named = ["actions", "triggers", "tags", "outputs"];

/** Copies a value with each text changed, names that are keys among them. */
function mapTexts(value: unknown, change: (text: string) => string, hasNames = false): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) =>
      hasNames ? [change(key), mapTexts(item, change)] : [key, mapTexts(item, change, named.includes(key))],
    ),
  );
}

describe("The page of a run", () => {
  it("loads nothing and runs nothing: its policy allows its own style sheet alone, by its hash", () => {
    const [, style = ""] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
    const hash = createHash("sha256").update(style).digest("base64");
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)?.[1];
    assert.equal(
      policy,
      `default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;`,
    );
    assert.doesNotMatch(page, /<script|<link|<iframe|<img| style=| src=| on\w+=|@import|url\(/i);
    assert.deepEqual(
      [...page.matchAll(/ href="([^"]*)"/g)].map(([, address = ""]) => address).filter((to) => !to.startsWith("#")),
      [],
    );
  });

  it("has each anchor that it links to, once", () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, id] of page.matchAll(/ href="#([^"]*)"/g)) assert.ok(ids.includes(id), id);
  });

  it("takes every text for text, in elements and in attributes", () => {
    const hostile = `<img src=x onerror="alert(1)">'&<!--</style></svg>\u0000`;
    const changed = mapTexts(exampleReport, (text) => `${text}${hostile}`) as LocalRunReport;
    const html = renderPage({ ...changed, workflows: changed.workflows.map((each) => ({ ...each, role: "relay" })) });
    for (const part of ["<img", "<!--", "\u0000"]) {
      const at = html.indexOf(part);
      assert.equal(at, -1, html.slice(Math.max(0, at - 200), at + 20));
    }
    assert.equal(html.split("</style>").length, 2);
    assert.equal(html.split("</svg>").length, html.split("<svg").length);
    assert.match(html, /&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;&#39;&amp;&lt;!--/);
    for (const [, attributes = ""] of html.matchAll(/<[a-z][\w-]*((?:\s[^<>]*)?)>/g))
      assert.doesNotMatch(attributes, /onerror="/);
  });

  it("is for screen readers: landmarks, headings in order, tables with captions and scopes", () => {
    for (const landmark of ["<header>", '<nav aria-label="Contents">', "<main ", "<footer>", '<html lang="en">'])
      assert.ok(page.includes(landmark), landmark);
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels[0], 1);
    levels.slice(1).forEach((level, index) => {
      assert.ok(level > 1 && level <= (levels[index] ?? 0) + 1, `h${level} after h${levels[index] ?? 0}`);
    });
    assert.equal(
      page.split("<table>\n<caption>").length + page.split("<table><caption>").length,
      page.split("<table").length + 1,
    );
    assert.doesNotMatch(page, /<th(?! scope=)[ >]/);
  });

  it("begins with the verdict, and names what failed with a link to it", () => {
    assert.match(page, /<title>Held: logicapp-keyvault-secrets, stack local<\/title>/);
    assert.match(textOf(page), /stack local ✔ 2 proofs held, each with its control, and the policy pack passes\./);
    const [first, second] = exampleReport.proofs;
    assert.ok(first !== undefined && second !== undefined);
    const failed = renderPage({
      ...exampleReport,
      proofs: [first, { ...second, held: false, seen: "1 value" }],
      held: false,
    });
    assert.match(failed, /<title>Failed: /);
    assert.match(textOf(failed), /✘ 1 of 2 proofs failed: no-secrets\./);
    assert.match(section("summary", failed), /<a href="#proof-2">Nothing secret is [^<]*<\/a>: 1 value/);
    assert.match(textOf(section("proofs", failed)), /✘ failed 1 value Expected: none of 12 values in 9 places/);
  });

  it("shows the relay's run under the action that called it, with retries and what was skipped", () => {
    const [, runs = ""] = section("logic-apps").split('<div class="timeline">');
    assert.deepEqual(rowsOf(runs.split("</table>")[0] ?? ""), [
      "Action Outcome Start Took Hidden in history",
      "Get_client_id ✔ Succeeded +0 ms 14 ms inputs and outputs",
      "Get_client_secret ✔ Succeeded +2 ms 13 ms inputs and outputs",
      "Request_token ✔ Succeeded 2 attempts: ServiceUnavailable at +18 ms, then OK +18 ms 61 ms inputs and outputs",
      "Check_answer ✔ Succeeded +80 ms 1 ms nothing",
      "Set_secret ✔ Succeeded +82 ms 1.2 s inputs and outputs",
      "↳ Run of set-secret-relay, 1 billable action ✘ Failed (Forbidden) +85 ms 20 ms",
      "Set_secret ✘ Failed (Forbidden) +85 ms 20 ms inputs",
    ]);
    assert.match(textOf(runs), /1 action skipped Report_failed_token_request/);
    assert.match(textOf(section("logic-apps")), /1 run started by salesforce-refresh , and shown there\./);
  });

  it("draws each run of an action, and each request of a repeated one, on the scale of the whole run", () => {
    const bars = [...page.matchAll(/<svg class="bar"[^]*?<\/svg>/g)].map(([bar]) =>
      [...bar.matchAll(/class="(\w+)" x="(\d+)" width="(\d+)"/g)].map((found) => found.slice(1, 4).join(" ")),
    );
    assert.deepEqual(bars.slice(0, 7), [
      ["good 0 11"],
      ["good 2 10"],
      ["wait 14 47", "retried 14 15", "good 61 5"],
      ["good 62 5"],
      ["good 63 937"],
      ["called 66 15"],
      ["bad 66 15"],
    ]);
  });

  it("shows a failure that its run got over as tolerated", () => {
    const [run] = exampleReport.runs;
    const [action] = run?.actions ?? [];
    assert.ok(run !== undefined && action !== undefined);
    const runs = [{ ...run, actions: [{ ...action, status: "Failed", code: "NotFound" }] }];
    assert.match(
      section("logic-apps", renderPage({ ...exampleReport, runs })),
      /class="mark tolerated"><span aria-hidden="true">!<\/span>&nbsp;Failed \(NotFound\)/,
    );
  });

  it("draws the graph of each Logic App with its lock and outcome", () => {
    const graphs = [...section("logic-apps").matchAll(/aria-label="Graph of ([^"]*)"/g)].map(([, name]) => name);
    assert.deepEqual(graphs, ["salesforce-refresh", "set-secret-relay"]);
    assert.match(page, /<title>Report_failed_token_request\.[^<]* Skipped\./);
  });

  it("shows who may do what, and which action needs it", () => {
    assert.deepEqual(rowsOf(section("grants")), [
      "May use For what Needed by",
      "salesforce-refresh",
      "secret salesforce-client-secret Microsoft.KeyVault/vaults/secrets/getSecret/action role assignment Get_client_secret",
      "Logic App set-secret-relay Set secret: salesforce-access-token connection Set_secret",
      "Another identity: 00000000-0000-0000-0000-00000000000c",
      "Logic App salesforce-refresh Microsoft.Logic/workflows/triggers/run/action role assignment no action of the stack",
    ]);
  });

  it("shows secrets with versions, ends and tags, the newest version first", () => {
    assert.deepEqual(rowsOf(section("secrets")), [
      "Secret Version State Ends Tags",
      "salesforce-access-token ffffffffffffffffffffffffffffffff – disabled never none",
      "salesforce-access-token 0a1b2c3d4e5f60718293a4b5c6d7e8f9 ✔ enabled 2026-01-01T03:30:00Z instance_url: https://contoso.my.salesforce.com",
    ]);
  });

  it("shows the policy pack's findings, those that say the same in one row, and declared reasons", () => {
    assert.deepEqual(rowsOf(section("policy")), [
      "Rule Level Finding Resources",
      "vault-network – advisory The vault is reachable from any address. secrets",
      "run-history-access – advisory Run history can be read. relay, refresh",
    ]);
    assert.match(
      textOf(section("policy")),
      /✔ The policy pack passes : 0 mandatory and 3 advisory findings on 12 resources\./,
    );
    assert.match(textOf(section("policy")), /Declared reasons relay : The connector calls it\./);
  });

  it("leaves out what there is nothing of", () => {
    const nothing = {
      workflows: [],
      runs: [],
      grants: [],
      secrets: [],
      proofs: [],
      notes: [],
      consumers: [],
      costs: [],
    };
    const policy = { resources: 0, findings: [], declaredReasons: [] };
    const empty = renderPage({ ...exampleReport, ...nothing, consumerCosts: [], policy, held: false });
    const ids = [...empty.matchAll(/<section id="([^"]*)"/g)].map(([, id]) => id);
    assert.deepEqual(ids, ["summary", "deployment"]);
    assert.match(textOf(empty), /✘ The run failed before its proofs were through\./);
  });
});
