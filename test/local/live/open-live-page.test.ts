import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "mocha";
import { searchForSecrets } from "../../../local/leak-search";
import { openLivePage, type LivePage } from "../../../local/live/open-live-page";
import { requireConsumer, requireRefresh, type ControlledStack } from "../../../local/stack/controlled-stack";
import { runNow } from "../../../local/stack/run-at-next-slot";
import { deployBuiltInStack } from "./faults/live-test-stack";
import { pageHeadersOf, send, tokenOf, type Received } from "./server/send";
import { openTab, type Tab } from "./tab";

const root = join(__dirname, "..", "..", "..");

describe("The live page of a stack", function () {
  this.timeout(30_000);
  let stack: ControlledStack;
  let page: LivePage;
  let first: Tab;
  let second: Tab;

  const act = (path: string, body: object): Promise<Received> => {
    const { origin } = new URL(page.address);
    const headers = pageHeadersOf({ address: page.address, origin });
    return send({ origin }, { method: "POST", path, headers, body: JSON.stringify(body) });
  };
  const asks = async (path: string, body: object, problem?: string): Promise<void> => {
    const { status, body: text } = await act(path, body);
    assert.deepEqual([status, text], problem === undefined ? [204, ""] : [409, JSON.stringify({ problem })]);
  };
  const refresh = (token = "salesforce-token") => requireRefresh(stack, token);
  const consumer = () => requireConsumer(stack, "accounts");
  const runs = (tab: Tab) => tab.ids("runs").map((id) => tab.html(id));
  const says = (text: string) => (tab: Tab) => tab.updates.some(({ announcements }) => announcements.includes(text));

  before(async () => {
    stack = await deployBuiltInStack();
  });
  after(() => stack.azure.close());
  beforeEach(async () => {
    await stack.clock.wait(1_000);
    page = await openLivePage(stack, (workflow) => void runNow(stack, workflow), root);
    [first, second] = await Promise.all([openTab(page.address), openTab(page.address)]);
    await Promise.all([first, second].map((tab) => tab.until(({ updates }) => updates.length > 0)));
  });
  afterEach(() => page.close());

  it("shows at first what can be done, and no run of before", () => {
    assert.deepEqual(
      first.ids("workflows"),
      [refresh(), refresh("partner-token"), consumer()].map(({ name }) => `workflow-${name}`),
    );
    assert.match(
      first.html(`workflow-${refresh().name}`),
      /<code>salesforce-token<\/code>\. Next run: <time>2026-11-02T10:00:00Z<\/time>.*aria-label="Refresh now: salesforce-token" aria-disabled="false"/,
    );
    assert.match(first.html("fault-form"), /Listed are the 76 faults .*<optgroup label="Salesforce">/);
    assert.deepEqual([first.ids("faults"), first.ids("runs")], [[], ["no-run"]]);
  });

  it("starts a refresh, and shows it in every tab, with the relay's run below the action that called it", async () => {
    await asks("/runs", { workflow: refresh().name });
    for (const tab of [first, second]) {
      await tab.until(says(`A run of ${refresh().name} has begun.`));
      await tab.until(says(`${refresh().name}: Succeeded.`));
      assert.equal(tab.ids("runs").length, 1);
      const [html = ""] = runs(tab);
      assert.match(html, new RegExp(`^<article id="run-\\w+" .*>${refresh().name} <span class="mark good">`));
      assert.match(html, /<time>2026-11-02T09:[\d:.]+Z<\/time>/);
      assert.match(
        html,
        new RegExp(`Set_secret.*Run of ${stack.connector?.relay.name ?? ""}, 4 billable actions.*Name_is_allowed`, "s"),
      );
      assert.match(tab.html(`workflow-${refresh().name}`), /aria-disabled="false"[^>]*>Refresh now</);
    }
  });

  it("shows runs that others started, as they go on", async () => {
    const held = holdTokenRequests();
    const run = runNow(stack, refresh());
    await first.until((tab) => runs(tab).some((html) => html.includes("Get_client_secret")));
    const [html = ""] = runs(first);
    assert.match(html, /<span class="mark running"><span aria-hidden="true">…<\/span>&nbsp;Running<\/span>/);
    assert.doesNotMatch(html, /Request_token/);
    assert.match(first.html(`workflow-${refresh().name}`), /aria-disabled="true"[^>]*>Refreshing</);
    await asks("/runs", { workflow: refresh().name }, "This Logic App is running.");
    held.release();
    assert.equal((await run).status, "Succeeded");
    await first.until(says(`${refresh().name}: Succeeded.`));
  });

  it("injects a fault, shows it armed and hit, and clears it, in every tab", async () => {
    await asks("/faults", { fault: "invalid-client" });
    for (const tab of [first, second]) {
      await tab.until(says("invalid-client is armed."));
      assert.match(tab.html("fault-token-server"), /invalid-client.*armed, no request yet.*Expected: invalid_client\./);
    }
    await asks("/runs", { workflow: refresh().name });
    for (const tab of [first, second]) {
      await tab.until(says(`${refresh().name}: Failed (invalid_client).`));
      assert.match(tab.html("fault-token-server"), /has hit 1 request</);
    }
    await asks("/faults/clear", { fault: "invalid-client" });
    for (const tab of [first, second]) {
      await tab.until(says("invalid-client is cleared."));
      assert.deepEqual(tab.ids("faults"), []);
    }
    await asks("/runs", { workflow: refresh().name });
    await second.until(says(`${refresh().name}: Succeeded.`));
  });

  it("says when a cleared fault had cost a refresh token, and its client is authorized again", async () => {
    await asks("/faults", { fault: "vault-write-403-rbac" });
    await asks("/runs", { workflow: refresh("partner-token").name });
    await first.until(says(`${refresh("partner-token").name}: Failed (RotatedRefreshTokenNotStored).`));
    await asks("/faults/clear", { fault: "vault-write-403-rbac" });
    await second.until(says("The client of partner-token is authorized again."));
    await asks("/runs", { workflow: refresh("partner-token").name });
    await first.until(says(`${refresh("partner-token").name}: Succeeded.`));
  });

  it("sends a message to a consumer, for faults of Salesforce to meet", async () => {
    await asks("/faults", { fault: "salesforce-daily-limit" });
    await asks("/messages", { workflow: consumer().name });
    await asks("/runs", { workflow: consumer().name });
    await second.until(says(`${consumer().name}: Failed (SalesforceLimit).`));
    await asks("/faults/clear", { fault: "salesforce-daily-limit" });
  });

  it("says what it cannot do, and does nothing", async () => {
    for (const workflow of ["", "unknown", stack.connector?.relay.name, undefined, { a: 1 }])
      await asks("/runs", { workflow }, "There is no such Logic App.");
    for (const workflow of ["unknown", refresh().name])
      await asks("/messages", { workflow }, "There is no such consumer.");
    for (const fault of ["recurrence-stopped", "__proto__", undefined])
      await asks("/faults", { fault }, "There is no such fault.");
    await asks("/faults/clear", { fault: "invalid-client" }, "This fault is not in effect.");
    assert.deepEqual([first.ids("faults"), first.ids("runs")], [[], ["no-run"]]);
  });

  it("shows no secret, and its own token in no answer", async () => {
    for (const fault of ["token-of-type-mac", "vault-read-403-policy"]) await asks("/faults", { fault });
    for (const workflow of [refresh(), refresh("partner-token"), consumer()]) {
      await asks("/runs", { workflow: workflow.name });
      await first.until((tab) => runs(tab).some((html) => html.includes(workflow.name) && !html.includes("Running")));
    }
    for (const fault of ["token-of-type-mac", "vault-read-403-policy"]) await asks("/faults/clear", { fault });
    await asks("/runs", { workflow: refresh("partner-token").name });
    await first.until(says(`${refresh("partner-token").name}: Succeeded.`));
    const document = await send({ origin: new URL(page.address).origin });
    const key = stack.azure.logicApps.callbackUrl(stack.connector?.relay.id ?? "", "manual").queries.sig;
    const secrets = [...stack.azure.keyVault.values(), key, tokenOf(page)];
    assert.ok(secrets.length > 5 && secrets.every((secret) => secret.length > 8));
    const places = [
      { name: "updates", content: first.text() + second.text() },
      { name: "page", content: JSON.stringify(document) },
    ];
    assert.deepEqual(searchForSecrets({ secrets, places }), []);
    assert.equal(searchForSecrets({ secrets, places: [{ name: "control", content: ` ${key} ` }] }).length, 1);
  });

  it("tells all tabs when it ends, at once", async () => {
    const started = performance.now();
    await page.close();
    await Promise.all([first.ended, second.ended]);
    assert.ok(performance.now() - started < 2_000);
    for (const { updates } of [first, second])
      assert.deepEqual(updates.at(-1), { containers: {}, elements: {}, announcements: [], ended: true });
  });

  /** Lets requests to token servers wait. */
  function holdTokenRequests(): { release(): void } {
    const waiting: (() => void)[] = [];
    const release = stack.azure.network.intercept(({ method, url }) => {
      if (method !== "POST" || !url.href.startsWith(refresh().token.tokenUrl)) return undefined;
      return (request) => waiting.push(() => request.socket.destroy());
    });
    return {
      release: () => {
        release();
        // The connection fails, and the request is sent again.
        for (const each of waiting) each();
      },
    };
  }
});
