import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { start } from "../../local/matrix/commands/started-process";

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const root = join(__dirname, "..", "..");
const log = join(root, "test", "policy", "inputs", "preview-events.ndjson");
const planted = "Pl4nted-S3cret-Value-9f86d081884c7d65";

/** `npm run policy` in a process of its own. */
async function policy(...args: readonly string[]): Promise<Ended> {
  const process = start(args, { NODE_OPTIONS: "--enable-source-maps" }, "cli/policy.ts");
  return { code: await process.end(), stdout: process.stdout(), stderr: process.stderr() };
}

describe("npm run policy", function () {
  // A process takes 0.3 to 3 s on a machine that does nothing else.
  this.timeout(30_000);
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "policy-test-"));
  });
  after(() => rm(directory, { recursive: true }));

  async function fileOf(name: string, content: unknown): Promise<string> {
    const file = join(directory, name);
    await writeFile(file, JSON.stringify(content));
    return file;
  }
  const vault = (properties: object) => ({
    urn: "urn:pulumi:dev::shop::azure-native:keyvault:Vault::secrets",
    type: "azure-native:keyvault:Vault",
    inputs: { vaultName: "shop", tags: { note: planted }, properties },
  });
  const stateOf = (...resources: readonly object[]) => ({ version: 3, deployment: { resources } });
  const good = { enableRbacAuthorization: true, enableSoftDelete: true, enablePurgeProtection: true };

  it("--help says what there is, and exits with 0", async () => {
    const { code, stdout, stderr } = await policy("--help");
    assert.deepEqual([code, stderr], [0, ""]);
    for (const option of [
      "--state",
      "--event-log",
      "--config",
      "--template",
      "--parameters",
      "--format",
      "--graph",
      "--output",
      "--policy-config",
    ]) {
      assert.ok(stdout.includes(`${option} <`), option);
    }
  });

  it("checks the built-in stack without options, and says in a line what is wrong with them", async () => {
    const [builtIn, two, format, without] = await Promise.all([
      policy("--quiet"),
      policy("--state", "a", "--config", "b"),
      policy("--state", "a", "--format", "html"),
      policy("--event-log", log, "--policy-config", "a"),
    ]);
    const inputs = "--state, --event-log, --config, --template and --workflow-project";
    assert.deepEqual([two.code, two.stderr], [2, `error: Give only one of ${inputs}.\n`]);
    assert.deepEqual([builtIn.code, builtIn.stderr], [0, ""]);
    assert.match(
      builtIn.stdout,
      /^✔ Policy: 11 advisory findings \(44 resources, \d+ rules, 13 places undecided, 0 resources not looked at\)\.\n$/,
    );
    assert.equal(format.code, 2);
    assert.match(format.stderr, /'html' is invalid\. Allowed choices are text, markdown, sarif, junit, json\./);
    assert.equal(without.code, 2);
    assert.match(without.stderr, /^error: --policy-config has no effect on --event-log/);
  });

  it("exits with 1 for a mandatory finding, in a report that has no value of the stack", async () => {
    const state = await fileOf("bad.json", stateOf(vault({ ...good, enablePurgeProtection: false })));
    const output = join(directory, "report.sarif");
    const [text, sarif] = await Promise.all([
      policy("--state", state),
      policy("--state", state, "--format", "sarif", "--output", output),
    ]);
    assert.deepEqual([text.code, text.stderr], [1, ""]);
    assert.match(text.stdout, /✘ {2}vault-recovery \(mandatory\)/);
    assert.match(
      text.stdout,
      /✘ Policy: 1 mandatory .*\(1 resource, \d+ rules, 0 places undecided, 0 resources not looked at\)\.\n$/,
    );
    assert.deepEqual([sarif.code, sarif.stdout], [1, ""]);
    const written = await readFile(output, "utf8");
    assert.ok(written.includes('"ruleId": "vault-recovery"'));
    assert.ok(!(text.stdout + written).includes(planted));
  });

  it("exits with 0 where nothing mandatory is left, by the stack or by the configuration", async () => {
    const [fine, bad] = [stateOf(vault(good)), stateOf(vault({ ...good, enablePurgeProtection: false }))];
    const configuration = await fileOf("policy.json", { "vault-recovery": "advisory" });
    const [state, other] = [await fileOf("fine.json", fine), await fileOf("other.json", bad)];
    const [first, second] = await Promise.all([
      policy("--state", state),
      policy("--state", other, "--policy-config", configuration, "--format", "markdown"),
    ]);
    assert.equal(first.code, 0, first.stderr);
    assert.equal(second.code, 0, second.stderr);
    assert.match(second.stdout, /^## ✅ Policy: \d+ advisory findings?\n/);
    assert.match(
      second.stdout,
      /^- ⚠️ \*\*vault-recovery\*\*, `secrets` \(`keyvault:Vault`\), `properties\.enablePurgeProtection`: Purge protection is off\.$/m,
    );
  });

  it("refuses a site that draws no graph, and a graph in another format than Markdown", async () => {
    const [text, site] = await Promise.all([
      policy("--graph", "gitlab"),
      policy("--format", "markdown", "--graph", "bitbucket"),
    ]);
    assert.deepEqual([text.code, text.stderr], [2, "error: --graph needs --format markdown, which has a graph.\n"]);
    assert.equal(site.code, 2);
    assert.match(site.stderr, /'bitbucket' is invalid\. Allowed choices are github, gitlab, azure-devops, none\./);
  });

  it("draws who may do what, and what changes, in the fence of the site", async () => {
    const grant = {
      urn: "urn:pulumi:dev::shop::azure-native:keyvault:AccessPolicy::grant",
      type: "azure-native:keyvault:AccessPolicy",
      inputs: { vaultName: "shop", policy: { objectId: "someone", permissions: { secrets: ["get"] } } },
    };
    const [state, before] = [
      await fileOf("granted.json", stateOf(vault(good), grant)),
      await fileOf("plain.json", stateOf(vault(good))),
    ];
    const [all, azure, none, change, preview] = await Promise.all(
      [
        ["--state", state],
        ["--state", state, "--graph", "azure-devops"],
        ["--state", state, "--graph", "none"],
        ["--state", state, "--against", before],
        ["--event-log", log],
      ].map((args) => policy(...args, "--format", "markdown")),
    );
    const graph = (rights: string): string =>
      `graph LR\n  n0(["Principal<br/>someone"])\n  n1[("Vault<br/>secrets")]\n  n0 -->|"${rights}"| n1\n`;
    const endOf = (ended: Ended | undefined): string => /\n### [^]*$/.exec(ended?.stdout ?? "")?.[0] ?? "";
    const fenced = `\`\`\`mermaid\n${graph("get")}\`\`\`\n`;
    assert.equal(endOf(all), `\n### Who may do what\n\n${fenced}`);
    assert.equal(endOf(azure), `\n### Who may do what\n\n::: mermaid\n${graph("get")}:::\n`);
    assert.equal(endOf(none), "");
    assert.equal(endOf(change), `\n### Grants that change\n\n${fenced.replace('"get"', '"added: get"')}`);
    assert.equal(endOf(preview), "\n### What changes\n\nNothing.\n");
  });

  it("exits with 2 for a file that it cannot check, without a stack", async () => {
    const [missing, empty] = await Promise.all([
      policy("--state", join(directory, "missing.json")),
      policy("--event-log", await fileOf("empty.ndjson", {})),
    ]);
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /^error: --state \S+missing\.json: there is no such file\.\n$/);
    assert.equal(empty.code, 2);
    assert.match(empty.stderr, /^error: --event-log \S+: it has no resources to check\. Write it with: .*\n$/);
  });

  it("--against reports what a change adds and removes, and its exit code is by what was added", async () => {
    const open = await fileOf("open.json", stateOf(vault({ ...good, enablePurgeProtection: false })));
    const closed = await fileOf("closed.json", stateOf(vault(good)));
    const [worse, better, same] = await Promise.all([
      policy("--state", open, "--against", closed),
      policy("--state", closed, "--against", open),
      policy("--state", open, "--against", open, "--quiet"),
    ]);
    assert.deepEqual([worse.code, better.code, same.code], [1, 0, 0]);
    assert.match(worse.stdout, /^✘ {2}added: vault-recovery \(mandatory\)\n/);
    assert.match(worse.stdout, /✘ Policy: 1 mandatory finding added, 0 removed, \d+ unchanged \(.*\)\.\n$/);
    assert.match(
      better.stdout,
      /^removed {2}vault-recovery \(mandatory\) {2}secrets, properties\.enablePurgeProtection$/m,
    );
    assert.match(same.stdout, /^✔ Policy: no findings added, 0 removed, \d+ unchanged \(.*\)\.\n$/);
  });

  it("--event-log reports what a preview found", async () => {
    const { code, stdout } = await policy("--event-log", log, "--format", "junit");
    assert.equal(code, 1);
    assert.match(stdout, /<testsuites name="policy" tests="\d+" failures="5" errors="0" skipped="2">/);
  });

  it("--config checks what this program would make, and points at its lines", async () => {
    const { code, stdout, stderr } = await policy("--config", "docs/examples/stack.yaml", "--format", "sarif");
    assert.deepEqual([code, stderr], [0, ""]);
    assert.ok(stdout.includes('"uri": "access/vault.ts"'));
    assert.ok(!stdout.includes('"level": "error",\n          "message"'));
  });

  it("--config says everything that is wrong with the settings, and exits with 2", async () => {
    const file = join(directory, "Pulumi.wrong.yaml");
    await writeFile(file, "config:\n  logicapp-keyvault-secrets:identity: both\n");
    const { code, stderr, stdout } = await policy("--config", file);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, /^error: 3 problems in the settings:\n/);
  });
});
