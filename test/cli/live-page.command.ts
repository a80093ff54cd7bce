import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, it } from "mocha";
import { start, type StartedProcess } from "../../local/matrix/commands/started-process";
import { pageHeadersOf, send, type Received } from "../local/live/server/send";
import { openTab } from "../local/live/tab";

describe("The live page of npm start -- --serve", function () {
  this.timeout(60_000);
  let served: StartedProcess;
  let address: string;

  const act = (path: string, body: object): Promise<Received> => {
    const { origin } = new URL(address);
    const headers = pageHeadersOf({ address, origin });
    return send({ origin }, { method: "POST", path, headers, body: JSON.stringify(body) });
  };

  before(async () => {
    served = start(["--serve", "--json"]);
    await served.says("Ctrl-C ends it");
    [address = ""] = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(served.stderr()) ?? [];
  });
  after(() => {
    served.child.kill("SIGKILL");
  });

  it("is at an address that standard error has once, and the JSON document has not", () => {
    const token = new URL(address).hash.slice(1);
    assert.match(token, /^[\w-]{43}$/);
    assert.equal(served.stderr().split(token).length, 2);
    assert.equal(served.stdout().includes(token), false);
    assert.equal((JSON.parse(served.stdout()) as { held: boolean }).held, true);
  });

  it("has a script of its own, by its hash, that asks for nothing but the page's server", async () => {
    const { body, headers } = await send({ origin: new URL(address).origin });
    const scripts = [...body.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script = ""]) => script);
    assert.equal(scripts.length, 1);
    const hash = createHash("sha256")
      .update(scripts[0] ?? "")
      .digest("base64");
    assert.ok(headers["content-security-policy"]?.includes(`script-src 'sha256-${hash}';`));
    assert.match(scripts[0] ?? "", /fetch\("\/updates"/);
    assert.doesNotMatch(body, /https?:|<script |<link|<img|\son\w+=|\sstyle=/);
  });

  it("ends with Ctrl-C at once, while a run waits for its next attempt, and tells its tabs", async () => {
    const tab = await openTab(address);
    await tab.until(({ updates }) => updates.length > 0);
    const [workflow = ""] = /refresh-salesforce-token\w+/.exec(tab.text()) ?? [];
    assert.equal((await act("/faults", { fault: "token-server-503" })).status, 204);
    assert.equal((await act("/runs", { workflow })).status, 204);
    // The next attempt is seconds away.
    await tab.until(() => tab.html("fault-token-server").includes("has hit 1 request"));
    const started = performance.now();
    served.child.kill("SIGINT");
    assert.equal(await served.end(), 0);
    assert.ok(performance.now() - started < 3_000);
    await tab.ended;
    assert.equal(tab.updates.at(-1)?.ended, true);
    assert.doesNotMatch(served.stderr().split(address)[1] ?? "", /Failed|Error/);
  });
});
