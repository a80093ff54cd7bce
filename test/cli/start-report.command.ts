import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import type { LocalRunReport } from "../../local/report";
import { renderPage } from "../../local/page";
import { start } from "../../local/matrix/commands/started-process";

describe("npm start -- --report", function () {
  // A run takes 3 s on a machine that does nothing else.
  this.timeout(120_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "start-report-test-"));
  });
  after(() => rm(folder, { recursive: true }));

  it("writes the page of what --json prints, with --config, --record and --serve, and lets itself be stopped", async () => {
    const [page, requests] = [join(folder, "served.html"), join(folder, "requests")];
    const process = start([
      ...["--report", page, "--config", "docs/examples/stack.yaml", "--json", "--record", requests, "--serve"],
    ]);
    try {
      await process.says("Next: ");
      assert.match(process.stderr(), new RegExp(`Wrote the page ${page}\n`));
      const report = JSON.parse(process.stdout()) as LocalRunReport;
      assert.equal(await readFile(page, "utf8"), renderPage(report));
      assert.ok((await readdir(requests)).length > 0);
      process.child.kill("SIGINT");
      assert.equal(await process.end(), 0);
    } finally {
      process.child.kill("SIGKILL");
    }
  });

  it("writes the page of a stack that fails, exits with 1, and then replaces the page, whatever else is printed", async () => {
    const [page, file] = [join(folder, "failing.html"), join(folder, "Pulumi.misfit.yaml")];
    const token = {
      secretName: "own-token",
      tokenUrl: "https://login.example.com:8443/oauth2/token",
      clientId: "a-client",
      clientSecretName: "own-client-secret",
      instanceUrl: "tag",
    };
    const config = { "azure-native:location": "westeurope", "logicapp-keyvault-secrets:tokens": [token] };
    await writeFile(file, JSON.stringify({ config }));
    const quiet = start(["--report", page, "--config", file, "--quiet"]);
    assert.equal(await quiet.end(), 1);
    assert.equal(quiet.stderr(), "");
    assert.match(quiet.stdout(), /^✘ .*\n$/);
    assert.match(await readFile(page, "utf8"), /<title>Failed: logicapp-keyvault-secrets, stack misfit<\/title>/);
    const { mtimeMs } = await stat(page);
    const verbose = start(["--report", page, "--config", file, "--verbose"]);
    assert.equal(await verbose.end(), 1);
    assert.match(verbose.stderr(), /Wrote the page /);
    assert.ok((await stat(page)).mtimeMs > mtimeMs);
    assert.match(await readFile(page, "utf8"), /✘<\/span>&nbsp;Failed \(BadAnswer\)/);
  });

  it("says before any work why a file cannot be written, and exits with 2", async () => {
    const page = join(folder, "none", "page.html");
    const process = start(["--report", page, "--record", join(folder, "none")]);
    assert.equal(await process.end(), 2);
    assert.equal(
      process.stderr().replaceAll(/\s+/g, " "),
      `error: --report ${page}: there is no folder ${join(folder, "none")}. Create it, or give a file in another folder. `,
    );
    assert.equal(process.stdout(), "");
    assert.equal(existsSync(join(folder, "none")), false);
  });
});
