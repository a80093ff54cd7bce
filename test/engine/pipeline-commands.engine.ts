import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, it } from "mocha";
import { asObject, asString } from "../../definition/json";
import { searchForSecrets } from "../../local/leak-search";
import { leastToken } from "../stack-configuration";
import { withoutPurgeProtection } from "./bad-stacks";
import { onStack } from "./engine-stack";
import { eventLogOf, npmScriptCli } from "./npm-script-cli";

const settings = { authorizationModel: "rbac", tokens: [leastToken] };

describe("the commands of the pipelines, npm run preview, policy and deploy, under Pulumi's engine", () => {
  let reports: string;
  let eventLog: string;
  const cli = (folder: string): ReturnType<typeof npmScriptCli> => {
    eventLog = eventLogOf(folder);
    return npmScriptCli(folder);
  };
  /** Exit code and text of a report. */
  const report = async (format: "markdown" | "sarif"): Promise<{ exitCode: unknown; text: string }> => {
    const output = join(reports, format);
    const args = ["run", "--silent", "policy", "--", "--event-log", eventLog, "--format", format, "--output", output];
    const exitCode = await promisify(execFile)("npm", args).then(
      () => 0,
      (error: unknown) => asObject(error).code,
    );
    return { exitCode, text: await readFile(output, "utf8") };
  };

  beforeEach(async () => {
    reports = await mkdtemp(join(tmpdir(), "reports-"));
  });
  afterEach(() => rm(reports, { recursive: true }));

  it("preview, report and deploy, and write no secret into a report", () =>
    onStack(
      settings,
      async ({ azure, run, outputs }) => {
        const { output } = await run("preview");
        assert.match(output, /\+ azure-native:keyvault:Vault: \(create\)/);
        assert.deepEqual(azure.arm.resources(), []);
        const { exitCode, text } = await report("markdown");
        assert.equal(exitCode, 0, text);
        assert.match(text, /vault-network/);
        assert.match(text, /\n### What changes\n\n```mermaid\ngraph LR\n/);
        assert.match(text, /\n {2}n\d+\["create<br\/>[^"]+<br\/>keyvault#58;Vault"\]\n/);
        assert.equal((await report("sarif")).exitCode, 0);

        await run("up");
        assert.ok(azure.arm.resources().some(({ type }) => type === "Microsoft.KeyVault/vaults"));
        // The SDK tells the engine what each look-up answered, the relay's key too, as a message of level debug; the
        // engine shows none, but logs it. So the pipelines keep the reports, and remove the log.
        await run("preview");
        const secrets = [asString((await outputs()).relayKey)];
        const places = [await report("markdown"), await report("sarif")].map(({ text: content }, index) => ({
          name: `report ${index}`,
          content,
        }));
        assert.deepEqual(searchForSecrets({ secrets, places }), []);
        const log = { name: "event log", content: await readFile(eventLog, "utf8") };
        assert.ok(searchForSecrets({ secrets, places: [log] }).length > 0);
      },
      { cli },
    ));

  it("fail at what the policy pack refuses, and say it in each report", () =>
    onStack(
      settings,
      async ({ azure, run }) => {
        await assert.rejects(run("preview"), /vault-recovery/);
        assert.deepEqual(azure.arm.resources(), []);
        const { exitCode, text } = await report("markdown");
        assert.equal(exitCode, 1);
        assert.match(text, /vault-recovery/);
        const sarif = await report("sarif");
        assert.equal(sarif.exitCode, 1);
        assert.match(sarif.text, /"ruleId": ?"vault-recovery"/);
        await assert.rejects(run("up"), /vault-recovery/);
      },
      {
        cli,
        build: withoutPurgeProtection,
      },
    ));
});
