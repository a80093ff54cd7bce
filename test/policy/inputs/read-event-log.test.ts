import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { catalogue } from "../../../policy/command-line/check";
import { InputError, readEventLog } from "../../../policy/inputs";

const recorded = join(__dirname, "preview-events.ndjson");
const vault = "urn:pulumi:dev::shop::shop:access:Grant$azure-native:keyvault/v20230701:Vault::secrets";
const workflow = "urn:pulumi:dev::shop::azure-native:logic:Workflow::relay";

describe("A preview's event log", () => {
  let directory: string;
  let lines: readonly string[];

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "event-log-test-"));
    lines = (await readFile(recorded, "utf8")).trimEnd().split("\n");
  });
  after(() => rm(directory, { recursive: true }));

  async function read(changed: readonly string[]) {
    const file = join(directory, "events");
    await writeFile(file, changed.join("\n"));
    return readEventLog(file, catalogue);
  }
  const problemOf = (changed: readonly string[]) =>
    read(changed).then(
      () => "none",
      (error: unknown) => (error instanceof InputError ? error.message.replace(/^--event-log \S+: /, "") : error),
    );

  it("has the findings of the pack as the rules told them", async () => {
    const { findings, resources, rules } = await readEventLog(recorded, catalogue);
    assert.deepEqual(
      findings.map(({ rule, level, urn, path }) => [rule, level, urn, path]),
      [
        ["authorization-model", "mandatory", vault, "properties.enableRbacAuthorization"],
        ["https-and-audience", "mandatory", workflow, "definition.Get.inputs.uri"],
        ["open-triggers", "mandatory", workflow, "accessControl.triggers"],
        ["vault-recovery", "mandatory", vault, "properties.enableSoftDelete"],
        ["vault-recovery", "mandatory", vault, "properties.enablePurgeProtection"],
        ["run-history-access", "advisory", workflow, "accessControl.contents"],
        ["vault-network", "advisory", vault, "properties.networkAcls.defaultAction"],
      ],
    );
    assert.equal(findings[0]?.message, "enableRbacAuthorization is not set.");
    assert.equal(resources, 3);
    assert.ok(rules.some(({ id }) => id === "hidden-tokens") && rules.every(({ id }) => id !== "registered-inputs"));
  });

  it("has what the preview changes, a resource once, and no value of it", async () => {
    const before = { custom: true, parent: `${vault}s`, inputs: { tags: "canary" } };
    const step = (op: string, state: object): string =>
      JSON.stringify({
        resourcePreEvent: { metadata: { op, urn: vault, type: "azure-native:keyvault:Vault", ...state } },
      });
    const { changes } = await read([
      ...lines,
      step("create-replacement", { old: before, new: before, diffs: ["location"] }),
      step("delete-replaced", { old: before }),
    ]);
    assert.deepEqual(changes, [{ urn: vault, parent: `${vault}s`, operation: "replace", properties: ["location"] }]);
  });

  const event = (changes: object): string =>
    JSON.stringify({
      policyEvent: {
        policyName: "excess-permissions",
        policyPackName: "logicapp-keyvault-secrets",
        enforcementLevel: "mandatory",
        resourceUrn: vault,
        message: "",
        ...changes,
      },
    });

  it("takes the engine's colours off, and what to do apart", async () => {
    const fault = catalogue.find(({ id }) => id === "excess-permissions")?.fault ?? "";
    const message = `<{%fg 13%}>${fault}\nNot used: delete. (policy)\nGrant get.<{%reset%}>\n`;
    const { findings } = await read([...lines, event({ message })]);
    assert.deepEqual(findings.at(-1), {
      rule: "excess-permissions",
      level: "mandatory",
      urn: vault,
      message: "Not used: delete.",
      path: "policy",
      remediation: "Grant get.",
    });
  });

  it("has a finding on the stack as a whole without a resource, and those of rules that it does not know", async () => {
    const resourceUrn = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
    const { findings, rules } = await read([
      ...lines,
      event({ resourceUrn, policyName: "newer", message: "A newer rule found it." }),
    ]);
    assert.deepEqual(findings.at(-1), { rule: "newer", level: "mandatory", message: "A newer rule found it." });
    assert.equal(rules.at(-1)?.id, "newer");
  });

  it("leaves other packs' findings to them", async () => {
    const { findings } = await read([...lines, event({ policyPackName: "other" })]);
    assert.equal(findings.length, 7);
  });

  it("is refused where the pack did not run, not to its end, or where there is nothing to check", async () => {
    const notRun = /^the policy pack logicapp-keyvault-secrets did not run to its end in it/;
    assert.match(String(await problemOf(lines.filter((line) => !line.includes("policyPackName")))), notRun);
    assert.match(String(await problemOf(lines.filter((line) => !line.includes("policyAnalyzeStackSummary")))), notRun);
    const withoutResources = lines.filter((line) => !/"(?:resourcePreEvent|resOutputsEvent)"/.test(line));
    assert.match(String(await problemOf(withoutResources)), /^it has no resources to check\./);
    assert.match(String(await problemOf([])), /^it has no resources to check\./);
  });

  it("is refused where a line is not JSON, by the number of the line and nothing of it", async () => {
    const problem = String(await problemOf([...lines.slice(0, 2), '{"planted-secret', ...lines.slice(2)]));
    assert.match(problem, /^its line 3 is not JSON\. Write it with: pulumi preview /);
    assert.ok(!problem.includes("planted"));
  });
});
