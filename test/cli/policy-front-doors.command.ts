import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { exampleTemplate, leak } from "../policy/inputs/example-template";
import { start } from "../../local/matrix/commands/started-process";

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function policy(...args: readonly string[]): Promise<Ended> {
  const process = start(args, { NODE_OPTIONS: "--enable-source-maps" }, "cli/policy.ts");
  return { code: await process.end(), stdout: process.stdout(), stderr: process.stderr() };
}

describe("npm run policy, without Pulumi,", function () {
  // A process takes 0.3 to 3 s on a machine that does nothing else.
  this.timeout(30_000);
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "front-door-test-"));
  });
  after(() => rm(directory, { recursive: true }));

  async function fileOf(name: string, content: unknown): Promise<string> {
    const file = join(directory, name);
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, JSON.stringify(content, undefined, 2));
    return file;
  }

  it("--template exits with 0 for a good template, and lists what is not evaluated", async () => {
    const template = await fileOf("good.json", exampleTemplate());
    const { code, stdout, stderr } = await policy("--template", template, "--verbose");
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /!\s+undecided-expressions \(advisory\)/);
    assert.match(stdout, /parameters\('logicAppName'\) has no value \(line \d+\)/);
    assert.match(
      stdout,
      /✔ Policy: .*\(3 resources, \d+ rules, \d+ places? undecided, 0 resources not looked at\)\.\n$/,
    );
  });

  it("--template --parameters exits with 1 for a bad one, with file and line in every format", async () => {
    const template = await fileOf("bad.json", exampleTemplate({ Leak: leak }));
    const parameters = await fileOf("bad.parameters.json", { parameters: { logicAppName: { value: "la" } } });
    const given = ["--template", template, "--parameters", parameters];
    const formats = ["text", "markdown", "sarif", "junit"];
    const ended = await Promise.all(formats.map((format) => policy(...given, "--format", format)));
    assert.deepEqual(
      ended.map(({ code, stderr }) => [code, stderr]),
      formats.map(() => [1, ""]),
    );
    const [text, markdown, sarif, junit] = ended.map(({ stdout }) => stdout.replaceAll(/\s+/g, " "));
    assert.match(text ?? "", /hidden-tokens \(mandatory\).*bad\.json:\d+/);
    assert.match(markdown ?? "", /- ❌ \*\*hidden-tokens\*\*, `la` .*bad\.json:\d+/);
    assert.match(sarif ?? "", /"ruleId": "hidden-tokens".*bad\.json".*"startLine": \d+/);
    assert.match(
      junit ?? "",
      /<testcase (?=[^>]*name="la: definition\.actions\.Leak\.inputs")[^>]*file="[^"]*bad\.json"/,
    );
  });

  it("--policy-config sets the level of rules on templates too", async () => {
    const template = await fileOf("strict.json", exampleTemplate());
    const insist = await fileOf("insist.json", { "undecided-expressions": "mandatory" });
    const quiet = await fileOf("quiet.json", { "undecided-expressions": "disabled" });
    const [strict, silent] = await Promise.all(
      [insist, quiet].map((configuration) => policy("--template", template, "--policy-config", configuration)),
    );
    assert.equal(strict?.code, 1);
    assert.match(strict.stdout, /✘\s+undecided-expressions \(mandatory\)/);
    assert.equal(silent?.code, 0);
    assert.ok(!silent.stdout.includes("undecided-expressions"));
  });

  it("--workflow-project exits with 0 for a good project and with 1 for a bad one", async () => {
    const workflow = (actions: object) => ({
      kind: "Stateful",
      definition: {
        triggers: { Recurrence: { type: "Recurrence", recurrence: { frequency: "Hour", interval: 1 } } },
        actions,
      },
    });
    const call = (uri: string) => ({ Call: { type: "Http", inputs: { method: "GET", uri } } });
    await fileOf("good/Call/workflow.json", workflow(call("https://api.example.com")));
    await fileOf("bad/Call/workflow.json", workflow(call("http://api.example.com")));
    const [good, bad] = await Promise.all(
      ["good", "bad"].map((name) => policy("--workflow-project", join(directory, name), "--format", "sarif")),
    );
    assert.ok(good !== undefined && bad !== undefined);
    assert.deepEqual([good.code, good.stderr], [0, ""]);
    assert.match(good.stdout, /"ruleId": "unjudged-rules"/);
    assert.equal(bad.code, 1);
    assert.match(bad.stdout, /"ruleId": "https-and-audience"[^]*bad\/Call\/workflow\.json/);
  });

  it("says in a line what is wrong, and exits with 2", async () => {
    const template = await fileOf("both.json", exampleTemplate());
    const [both, alone, bicep, missing, folder] = await Promise.all([
      policy("--template", template, "--workflow-project", directory),
      policy("--state", template, "--parameters", template),
      policy("--template", "main.bicep"),
      policy("--template", join(directory, "missing.json")),
      policy("--workflow-project", directory),
    ]);
    assert.deepEqual(
      [both, alone, bicep, missing, folder].map(({ code, stdout, stderr }) => [
        code,
        stdout,
        stderr.replaceAll(directory, "DIR"),
      ]),
      [
        "error: Give only one of --state, --event-log, --config, --template and --workflow-project.",
        "error: --parameters needs --template, whose parameters they are.",
        "error: --template main.bicep: it is Bicep. Run: bicep build main.bicep, and give the JSON file that it writes.",
        "error: --template DIR/missing.json: there is no such file.",
        "error: --workflow-project DIR: no folder in it has a workflow.json. Give the folder that has host.json.",
      ].map((line) => [2, "", `${line}\n`]),
    );
  });
});
