import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { renderPage } from "../../../local/page";
import { searchForSecrets } from "../../../local/leak-search";
import { knownSecrets } from "../../../local/proofs/no-leak";
import type { LocalRunReport } from "../../../local/report";
import { runLocally } from "../../../local/run/run-locally";
import type { LocalStack } from "../../../local/stack/local-stack";
import { leastConsumer, leastToken as salesforceToken } from "../../settings/settings-under-test";
import { fittingRefreshToken, fittingToken, stackConfiguration } from "../../stack-configuration";

const tokens = [
  salesforceToken,
  fittingRefreshToken,
  ...["crm", "billing", "shop"].map((name) => ({ ...fittingToken, secretName: `${name}-token` })),
];
const consumers = ["accounts", "contacts"].map((name) => ({ ...leastConsumer, name, subscriptionName: name }));

describe("The page of a stack with eight Logic Apps", function () {
  // The stack is deployed twice, and runs all its proofs.
  this.timeout(60_000);
  let run: { readonly stack: LocalStack; readonly report: LocalRunReport };
  let page: string;

  before(async () => {
    const configuration = stackConfiguration({ tokens, consumers }, { location: "westeurope" });
    run = await runLocally({ configuration, stack: "eight", progress: () => undefined });
    page = renderPage(run.report);
  });
  after(() => run.stack.azure.close());

  it("is below 500 KB, and has all of them with their runs", () => {
    assert.equal(run.report.workflows.length, 8);
    assert.ok(Buffer.byteLength(page) < 500_000, `${Buffer.byteLength(page)} bytes`);
    for (const { name } of run.report.workflows) assert.ok(page.includes(`aria-label="Graph of ${name}"`), name);
    assert.equal(page.split('<div class="timeline">').length - 1, tokens.length + 2 * consumers.length);
  });

  it("has no secret in it, nor has the same report as JSON, and a canary in a tag would be found", () => {
    const canary = `canary-with-<"&'>`;
    const secrets = [...knownSecrets(run.stack), canary];
    const search = (report: LocalRunReport) =>
      searchForSecrets({
        secrets,
        places: [
          { name: "page", content: renderPage(report) },
          { name: "JSON", content: JSON.stringify(report) },
        ],
      }).map(({ place, secret, encoding }) => [place, secrets[secret], encoding]);
    assert.ok(secrets.length > 20);
    assert.deepEqual(search(run.report), []);
    const [first] = run.report.secrets;
    const [version] = first?.versions ?? [];
    assert.ok(first !== undefined && version !== undefined);
    const leaking = { ...first, versions: [{ ...version, tags: { note: canary } }] };
    assert.deepEqual(search({ ...run.report, secrets: [leaking] }), [
      ["page", canary, "html"],
      ["JSON", canary, "json"],
    ]);
  });

  it("has the refresh that a consumer started below the action that did, and the relay's run below that", () => {
    const { renewals } = run.report;
    const byId = new Map(renewals.map((each) => [each.id, each]));
    const chains = renewals
      .filter(({ workflow }) => workflow.startsWith("set-secret-relay"))
      .map(({ caller }) => {
        const refresh = byId.get(caller?.runId ?? "");
        const consumer = byId.get(refresh?.caller?.runId ?? "");
        return [caller?.action, refresh?.caller?.action, consumer?.workflow.replace(/.{8}$/, "")];
      });
    assert.deepEqual(
      chains,
      consumers.map(({ name }) => ["Set_secret", "Run_refresh #1", `consume-${name}`]),
    );
    assert.match(page, /class="depth-1 called-run"[^]*class="depth-3 called-run"/);
  });
});
