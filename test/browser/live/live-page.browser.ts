import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { after, afterEach, before, beforeEach, describe, it } from "mocha";
import type { Page } from "playwright-core";
import { searchForSecrets } from "../../../local/leak-search";
import type { LivePage } from "../../../local/live/open-live-page";
import { knownSecrets } from "../../../local/proofs/no-leak";
import type { ControlledStack } from "../../../local/stack/controlled-stack";
import { deployBuiltInStack } from "../../local/live/faults/live-test-stack";
import { accessibilityViolations } from "../checks/accessibility";
import { tourByKeyboard } from "../checks/keyboard";
import { widerThanWindow } from "../checks/overflow";
import { schemes, takeScreenshots, widths } from "../checks/screenshots";
import { serialised } from "../checks/serialised";
import { visit, type Visit, type VisitOptions } from "../visit";
import { openedLivePage } from "./opened-live-page";

const connected = "Connected: runs appear as they happen.";
const lost = "The connection is lost. Trying again every second.";

const says = (page: Page, text: string) => page.locator("#connection", { hasText: text }).waitFor();
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const runsOf = (page: Page, text: string) => page.locator("#runs article", { hasText: text });

describe("The live page", () => {
  let stack: ControlledStack;
  let live: LivePage;
  let origin: string;
  const token = () => new URL(live.address).hash.slice(1);
  const open = async (options: VisitOptions = {}): Promise<Visit> => {
    const visited = await visit(live.address, options);
    await says(visited.page, connected);
    return visited;
  };

  before(async () => {
    stack = await deployBuiltInStack();
  });
  after(() => stack.azure.close());
  beforeEach(async () => {
    live = await openedLivePage(stack);
    ({ origin } = new URL(live.address));
  });
  afterEach(() => live.close());

  it("takes its token out of the address bar, and asks its own server for all it needs", async () => {
    const { page, requests, problems } = await open();
    assert.equal(page.url(), `${origin}/`);
    await page.reload();
    await says(page, connected);
    const asked = [`${origin}/`, `${origin}/updates`, `${origin}/`, `${origin}/updates`];
    assert.deepEqual([requests, problems], [asked, []]);
  });

  it("shows nothing without a token, or with a wrong one, but where to find the right one", async () => {
    for (const [address, text] of [
      [
        origin,
        "This tab has no token. Open the address that npm start -- --serve printed, with all that follows its #.",
      ],
      [
        `${origin}/#wrong`,
        "This tab's token is of another run. Open the address that npm start -- --serve printed last.",
      ],
    ] as const) {
      const { page } = await visit(address);
      await says(page, text);
      assert.deepEqual(await accessibilityViolations(page), []);
      assert.doesNotMatch(await serialised(page), /salesforce/i);
      await takeScreenshots(page, `live-${address === origin ? "no" : "wrong"}-token`);
    }
  });

  it("shows a run that its button starts, in each tab, and says so to a screen reader", async () => {
    const { page } = await open();
    const { page: other } = await open({ scheme: "dark" });
    const before = await runsOf(page, "refresh-salesforce-token").count();
    await button(page, "Refresh now: salesforce-token").click();
    for (const tab of [page, other]) {
      const runs = runsOf(tab, "refresh-salesforce-token");
      await runs.nth(before).waitFor();
      await runs.first().getByText("Succeeded").first().waitFor();
      await tab
        .locator("#announcements", { hasText: /refresh-salesforce-token\w+: Succeeded\./ })
        .waitFor({ state: "attached" });
    }
  });

  it("keeps the focus where it was, and what was opened open, when a run is shown", async () => {
    const { page } = await open();
    await button(page, "Refresh now: salesforce-token").click();
    const summary = runsOf(page, "refresh-salesforce-token").first().locator("summary").first();
    await summary.click();
    const before = await runsOf(page, "refresh-partner-token").count();
    await button(page, "Refresh now: partner-token").press("Enter");
    await runsOf(page, "refresh-partner-token").nth(before).waitFor();
    assert.equal(await runsOf(page, "refresh-salesforce-token").locator("details[open]").count(), 1);
    assert.match(
      await page.evaluate(() => document.activeElement?.id ?? ""),
      /^workflow-refresh-partner-token\w+-run$/,
    );
  });

  it("shows a fault from its injection to its end, and the run that meets it", async () => {
    const { page } = await open();
    await page.getByLabel("Fault", { exact: true }).selectOption("token-server-503");
    await button(page, "Inject: the chosen fault").click();
    const fault = page.locator("#faults li");
    await fault.getByText("armed, no request yet").waitFor();
    await button(page, "Refresh now: salesforce-token").click();
    await fault.getByText(/has hit \d+ requests/).waitFor();
    await runsOf(page, "refresh-salesforce-token").getByText("Failed (TokenServerUnavailable)").first().waitFor();
    await runsOf(page, "Failed (TokenServerUnavailable)").first().locator("summary").first().click();
    await takeScreenshots(page, "live-fault");
    await button(page, "Clear: token-server-503").click();
    await fault.waitFor({ state: "detached" });
  });

  for (const scheme of schemes) {
    for (const width of widths) {
      it(`fits a window of ${width} pixels, and a screen reader, in the ${scheme} colour scheme`, async () => {
        const { page, problems } = await open({ width, scheme });
        await button(page, "Refresh now: salesforce-token").click();
        await runsOf(page, "refresh-salesforce-token").first().locator("summary").first().click();
        assert.deepEqual(await widerThanWindow(page), []);
        assert.deepEqual(await accessibilityViolations(page), []);
        assert.deepEqual(problems, []);
        await takeScreenshots(page, `live-${width}-${scheme}`);
      });
    }
  }

  it("can be used by keyboard alone, with the focus in sight", async () => {
    const { page } = await open();
    const { stops, ...missed } = await tourByKeyboard(page);
    assert.ok(stops > stack.refreshes.length);
    assert.deepEqual(missed, { unreached: [], unseen: [] });
  });

  it("says that the connection is lost, and finds it again", async () => {
    const streams = new Set<Socket>();
    const remember = (message: unknown): void => {
      const { request, socket } = message as { request: IncomingMessage; socket: Socket };
      if (request.url === "/updates") streams.add(socket);
    };
    subscribe("http.server.request.start", remember);
    const { page } = await open();
    unsubscribe("http.server.request.start", remember);
    const refresh = button(page, "Refresh now: salesforce-token");
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");
    await refresh.focus();
    const id = await focused();
    assert.match(id, /^workflow-refresh-salesforce-token\w+-run$/);
    const runs = await runsOf(page, "refresh-salesforce-token").count();
    await page.context().setOffline(true);
    for (const stream of streams) stream.destroy();
    await says(page, lost);
    assert.deepEqual([await refresh.isDisabled(), await focused()], [true, id]);
    await page.keyboard.press("Enter");
    assert.deepEqual(await accessibilityViolations(page), []);
    await page.context().setOffline(false);
    await says(page, connected);
    assert.deepEqual([await refresh.isEnabled(), await focused()], [true, id]);
    assert.equal(await page.locator("#problem").textContent(), "");
    assert.equal(await runsOf(page, "refresh-salesforce-token").count(), runs);
  });

  it("says that its server has ended, and asks it for nothing more", async () => {
    const { page, requests } = await open();
    const before = requests.length;
    await live.close();
    await says(
      page,
      "The server has ended. Start it again with npm start -- --serve, and open the address that it prints.",
    );
    assert.equal(await button(page, "Refresh now: salesforce-token").isDisabled(), true);
    assert.deepEqual(await accessibilityViolations(page), []);
    assert.equal(requests.length, before);
    await takeScreenshots(page, "live-ended");
  });

  it("starts nothing for the page of another site, even if that has the token", async () => {
    const site = createServer((_, response) => response.end("<!doctype html><title>Another site</title>"));
    await once(site.listen(0, "127.0.0.1"), "listening");
    const started = () => stack.refreshes.flatMap(({ id }) => stack.azure.logicApps.runs(id)).length;
    const before = started();
    const { page } = await visit(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const body = JSON.stringify({ workflow: stack.refreshes[0]?.name });
    const answers = [];
    for (const mode of ["cors", "no-cors"]) {
      const headers = { authorization: `Bearer ${token()}`, "content-type": "application/json" };
      const init = JSON.stringify({ method: "POST", mode, headers, body });
      answers.push(await page.evaluate(`fetch("${origin}/runs", ${init}).then(({ type }) => type, () => "refused")`));
    }
    site.close();
    site.closeAllConnections();
    assert.deepEqual(answers, ["refused", "refused"]);
    assert.equal(started(), before);
  });

  it("is sent none of the stack's secrets, in no encoding", async () => {
    const headers = { authorization: `Bearer ${token()}` };
    const updates = await fetch(`${origin}/updates`, { headers });
    const { page } = await open();
    const before = await runsOf(page, "refresh-partner-token").count();
    await button(page, "Refresh now: partner-token").click();
    await runsOf(page, "refresh-partner-token").nth(before).waitFor();
    await runsOf(page, "refresh-partner-token").first().getByText("Succeeded").first().waitFor();
    const texts = [await serialised(page), await (await fetch(origin)).text()];
    await live.close();
    texts.push(await updates.text());
    assert.match(texts[2] ?? "", /refresh-partner-token\w+: Succeeded\./);
    const places = texts.map((content, index) => ({ name: String(index), content }));
    const secrets = [...knownSecrets(stack), token()];
    assert.deepEqual(searchForSecrets({ secrets, places }), []);
  });
});
