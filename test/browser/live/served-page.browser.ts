import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { start, type StartedProcess } from "../../../local/matrix/commands/started-process";
import { visit } from "../visit";

describe("The page of npm start -- --serve", function () {
  this.timeout(120_000);
  let served: StartedProcess;
  before(async () => {
    served = start(["--serve", "--quiet"]);
    await served.says("Ctrl-C ends it");
  });
  after(() => served.child.kill("SIGKILL"));

  it("opens by the address that is printed, runs what it is asked for, and tells that Ctrl-C was pressed", async () => {
    const [address = ""] = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(served.stderr()) ?? [];
    const { page } = await visit(address);
    await page.getByRole("button", { name: "Refresh now: salesforce-token" }).click();
    await page.locator("#runs article").getByText("Succeeded").first().waitFor();
    served.child.kill("SIGINT");
    await page.getByText("The server has ended.").waitFor();
    assert.equal(await served.end(), 0);
  });
});
