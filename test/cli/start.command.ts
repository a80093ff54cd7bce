import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, describe, it } from "mocha";
import type { RecordedRequest } from "../../emulator/resource-manager";
import type { LocalRunReport } from "../../local/report";
import { start, type StartedProcess } from "../../local/matrix/commands/started-process";

/** Does what one of the printed `curl` commands does. */
function curl(command: string, certificateAuthority: string, token?: string): Promise<Record<string, unknown>> {
  const port = /127\.0\.0\.1:(\d+)/.exec(command)?.[1];
  const url = new URL(/'(https:[^']+)'/.exec(command)?.[1] ?? "");
  const { hostname: servername } = url;
  const headers = { host: servername, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  const options = { host: "127.0.0.1", port, servername, headers, ca: certificateAuthority, agent: false };
  return new Promise((resolve, reject) => {
    request({ ...options, path: url.pathname + url.search }, (response) => {
      text(response).then((body) => {
        resolve({ status: response.statusCode, ...(JSON.parse(body) as object) });
      }, reject);
    })
      .once("error", reject)
      .end();
  });
}

describe("npm start", function () {
  // It takes 3 s on a machine that does nothing else.
  this.timeout(30_000);
  let directory: string;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "start-test-"));
  });
  after(() => rm(directory, { recursive: true }));

  it("--help says what there is, and exits with 0", async () => {
    const process = start(["--help"]);
    assert.equal(await process.end(), 0);
    assert.match(process.stdout(), /^Usage: npm start -- \[options\]\n/);
    for (const option of [
      "--config <file>",
      "--json",
      "--record <directory>",
      "--report <file>",
      "--serve",
      "--verbose",
      "--quiet",
      "--version",
    ]) {
      assert.ok(process.stdout().includes(option), option);
    }
    assert.equal(process.stderr(), "");
  });

  it("says what is wrong with an option in one line, and exits with 2", async () => {
    const process = start(["--jsn"]);
    assert.equal(await process.end(), 2);
    assert.equal(process.stderr(), "error: Unknown option '--jsn'. Did you mean --json?\n");
    assert.equal(process.stdout(), "");
  });

  it("exits with 1 for a stack whose settings do not fit its provider, with the class that Azure would show", async () => {
    const file = join(directory, "Pulumi.misfit.yaml");
    const token = {
      secretName: "own-token",
      tokenUrl: "https://login.example.com:8443/oauth2/token",
      clientId: "a-client",
      clientSecretName: "own-client-secret",
      instanceUrl: "tag",
    };
    const config = { "azure-native:location": "westeurope", "logicapp-keyvault-secrets:tokens": [token] };
    await writeFile(file, JSON.stringify({ config }));
    const process = start(["--config", file, "--json"]);
    assert.equal(await process.end(), 1);
    const { held, runs } = JSON.parse(process.stdout()) as LocalRunReport;
    assert.deepEqual([held, runs[0]?.status, runs[0]?.code], [false, "Failed", "BadAnswer"]);
  });

  it("says everything that is wrong with the settings, without a stack, and exits with 2", async () => {
    const file = join(directory, "Pulumi.wrong.yaml");
    await writeFile(file, "config:\n  logicapp-keyvault-secrets:identity: both\n");
    const process = start(["--config", file]);
    assert.equal(await process.end(), 2);
    const [heading, ...problems] = process.stderr().trimEnd().split("\n");
    assert.equal(heading, "error: 3 problems in the settings:");
    assert.deepEqual(problems.map((problem) => problem.split(":")[0]?.trim()).sort(), [
      "azure-native",
      "identity",
      "tokens",
    ]);
    assert.equal(process.stdout(), "");
  });

  describe("--json --record --serve", () => {
    let served: StartedProcess;
    let exitCode: number | null;
    /** What the printed commands gave while it was up, and what was left in the temporary directory after it. */
    let vaultAnswer: Record<string, unknown>;
    let refusal: Record<string, unknown>;
    let withoutAuthority: unknown;
    let left: readonly string[];
    const recorded = (): string => join(directory, "requests");

    before(async () => {
      const temporary = join(directory, "temporary");
      await mkdir(temporary);
      served = start(["--json", "--serve", "--record", recorded()], { TMPDIR: temporary });
      try {
        await served.says("Next: ");
        const lines = served.stderr().split("\n");
        const [tokenCommand = "", vaultCommand = ""] = lines.filter((line) => line.includes("curl --cacert "));
        const certificateAuthority = await readFile(/CA file: +(\S+)/.exec(served.stderr())?.[1] ?? "", "utf8");
        const { access_token: token } = await curl(tokenCommand, certificateAuthority);
        vaultAnswer = await curl(vaultCommand, certificateAuthority, String(token));
        refusal = await curl(vaultCommand, certificateAuthority, "no token");
        withoutAuthority = await curl(tokenCommand, "").catch((error: unknown) => error);
        served.child.kill("SIGINT");
        exitCode = await served.end();
        left = await readdir(temporary);
      } finally {
        served.child.kill("SIGKILL");
      }
    });

    it("prints one JSON document, in which everything is proven, and progress elsewhere", () => {
      const report = JSON.parse(served.stdout()) as LocalRunReport;
      assert.equal(report.held, true);
      assert.deepEqual(
        report.proofs.map(({ id, held, control }) => [id, held, control.held]),
        [
          ...["fresh-token", "name-guard", "missing-grant", "least-privilege", "rotation"],
          ...["completed-after-success", "renewed-session", "consumer-privilege", "no-leak"],
        ].map((id) => [id, true, true]),
      );
      assert.deepEqual([report.version, report.stack, report.droppedProperties], [1, "local", []]);
      assert.match(served.stderr(), /Deploying the program to an emulator of Azure\n/);
      assert.doesNotMatch(served.stderr(), /Workflow set-secret-relay/);
    });

    it("writes each request to Azure Resource Manager to a file, with no secret in it", async () => {
      const files = await readdir(recorded());
      assert.match(served.stderr(), new RegExp(`Wrote ${files.length} requests to `));
      const [connection = ""] = files.filter((file) => /-put-set-secret/.test(file)).slice(-1);
      const { method, url, body } = JSON.parse(await readFile(join(recorded(), connection), "utf8")) as RecordedRequest;
      assert.deepEqual([method, new URL(url).searchParams.get("api-version")], ["PUT", "2016-06-01"]);
      assert.match(JSON.stringify(body), /"parameterValues":\{"api_key":"\[secret\]"\}/);
    });

    it("gives out a token, and opens the vault with it, over TLS that is checked", () => {
      assert.deepEqual([vaultAnswer.status, typeof vaultAnswer.value], [200, "string"]);
      assert.equal(refusal.status, 401);
      assert.match(String(withoutAuthority), /unable to verify the first certificate|self-signed certificate/);
    });

    it("ends on Ctrl-C with 0, and leaves no file behind", () => {
      assert.equal(exitCode, 0);
      assert.deepEqual(left, []);
    });
  });
});
