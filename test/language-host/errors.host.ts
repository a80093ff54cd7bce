import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { stripVTControlCharacters } from "node:util";
import { leastToken, stackConfiguration } from "../stack-configuration";
import { copyProgram, type ProgramCopy } from "../../local/bench/language-host/program-copy";
import { runProgram, type ProgramRun, type RunOptions } from "../../local/bench/language-host/run-program";

const configuration = stackConfiguration({ tokens: [leastToken] }, { location: "westeurope" });

/** A run that fails after its error was logged once; exactly one message is of an error. */
async function failingRun(options: Partial<RunOptions>): Promise<{ readonly error: string; readonly run: ProgramRun }> {
  const run = await runProgram({ configuration, ...options });
  const errors = run.messages.filter(({ severity }) => severity === "error").map(({ text }) => text);
  assert.deepEqual([run.exitCode, errors.length], [32, 1], `${errors.join("\n")}${run.output}`);
  // The SDK's own handler takes 13 s and 3.4 GB where inspecting the error loops; a second and 200 MB otherwise.
  assert.ok(run.peakMegabytes < 300, `${run.peakMegabytes} MB`);
  return { error: errors[0] ?? "", run };
}

describe("An error under Pulumi's language host", function () {
  this.timeout(60_000);
  let copy: ProgramCopy;

  before(async () => {
    copy = await copyProgram();
  });

  after(() => copy.remove());

  /** Runs the copy with one text of a source replaced. */
  async function failingWith(file: string, text: string, replacement: string): Promise<string> {
    await copy.replace(file, text, replacement);
    const { error } = await failingRun({ directory: copy.directory }).finally(() =>
      copy.replace(file, replacement, text),
    );
    return error.replaceAll(copy.directory, "…");
  }

  it("in the settings is printed as its message", async () => {
    const { error, run } = await failingRun({ configuration: stackConfiguration({ tokens: [], identity: "usr" }) });
    assert.match(error, /^2 problems in the settings:\n {2}tokens: .*\n {2}identity: .*$/);
    assert.deepEqual(run.resources, []);
  });

  it("in the provider's own settings is printed as its message", async () => {
    const wrong = stackConfiguration({ tokens: [leastToken] }, { location: "westeurope", environment: "moon" });
    const { error } = await failingRun({ configuration: wrong });
    assert.equal(
      error,
      '1 problem in the settings:\n  azure-native:environment: is "moon". azure-native has public, usgovernment, china.',
    );
  });

  it("in a component's arguments is printed as its message", async () => {
    const error = await failingWith("index.ts", "token, access, connector, identity, ", "token, access, identity, ");
    assert.equal(
      error,
      'TokenRefresh refresh-crm-token: the argument "connector" is missing, but the token crm-token has writePath ' +
        '"connector". Pass a SetSecretConnector, or set writePath to "http".',
    );
  });

  const bug = 'if (Date.now() > 0) throw new TypeError("bug");';
  const begin = "makeErrorsInspectable();";
  const places = [
    { when: "when a file is loaded", text: "export = ", replacement: `${bug}\nexport = ` },
    { when: "when the program runs", text: begin, replacement: `${begin} ${bug}` },
    { when: "in an apply", text: begin, replacement: `${begin} pulumi.output(1).apply(() => { ${bug} });` },
    {
      when: "in a resource's input",
      text: begin,
      replacement:
        `${begin} new pulumi.ComponentResource("test:test:Test", "test", ` +
        `{ input: pulumi.output(1).apply(() => { ${bug} }) });`,
    },
  ];
  for (const { when, text, replacement } of places) {
    it(`that is a bug is printed with its stack, with the lines of the sources, ${when}`, async () => {
      const error = stripVTControlCharacters(await failingWith("index.ts", text, replacement));
      assert.match(error, /^Running program '…\/language-host\/program\.cjs' failed with an unhandled exception:\n/);
      assert.match(error, /TypeError: (error serializing property "input": )?bug\n {4}at .*…\/index\.ts:1[12]:\d+/);
    });
  }

  it("of a look-up is printed with its message", async () => {
    const { error } = await failingRun({ failingInvoke: "azure-native:authorization:getClientConfig" });
    assert.match(error, /invoke of azure-native:authorization:getClientConfig: 403 Forbidden/);
  });

  it("in a source's syntax is printed with its place, and without a stack", async () => {
    const error = await failingWith("index.ts", "export = ", "export = = ");
    assert.match(error, /SyntaxError: .*Unexpected "="\n\n {4}index\.ts:1[01]:9:\n/);
    assert.doesNotMatch(error, /^ {4}at /m);
  });
});
