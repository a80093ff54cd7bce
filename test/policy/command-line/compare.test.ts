import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { compareWith } from "../../../policy/command-line/compare";
import { reportOn } from "../../../policy/command-line/check";
import { InputError, parseStack } from "../../../policy/inputs";
import { toJson, type PolicyReport } from "../../../policy/reports";

const vaultOf = (stack: string, properties: object) => ({
  urn: `urn:pulumi:${stack}::shop::azure-native:keyvault:Vault::secrets`,
  custom: true,
  type: "azure-native:keyvault:Vault",
  inputs: { vaultName: "shop", properties: { enableRbacAuthorization: true, enableSoftDelete: true, ...properties } },
});
const [open, closed] = [{ enablePurgeProtection: false }, { enablePurgeProtection: true }];
const stateOf = (...resources: readonly object[]) => ({ version: 3, deployment: { resources } });
const reportOf = (properties: object): PolicyReport => reportOn(parseStack([vaultOf("dev", properties)]));
const named = (findings: readonly { readonly rule: string; readonly path?: string }[]): readonly string[] =>
  findings.map(({ rule, path = "" }) => `${rule} ${path}`);
const recovery = "vault-recovery properties.enablePurgeProtection";

describe("A report against an earlier one", () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "compare-test-"));
  });
  after(() => rm(directory, { recursive: true }));

  async function against(base: string | object, report: PolicyReport): Promise<PolicyReport> {
    const file = join(directory, "base.json");
    await writeFile(file, typeof base === "string" ? base : JSON.stringify(base));
    return compareWith(file, report, {});
  }
  async function refusal(base: string | object): Promise<string> {
    const error: unknown = await against(base, reportOf(closed)).catch((reason: unknown) => reason);
    assert.ok(error instanceof InputError);
    return error.message.replace(join(directory, "base.json"), "BASE");
  }

  it("has the findings that were added, those that were removed, and the number of the others", async () => {
    const [worse, better] = [
      await against(stateOf(vaultOf("dev", closed)), reportOf(open)),
      await against(stateOf(vaultOf("dev", open)), reportOf(closed)),
    ];
    assert.deepEqual(named(worse.findings), [recovery]);
    assert.ok(worse.comparison !== undefined && better.comparison !== undefined);
    assert.deepEqual(worse.comparison.removed, []);
    assert.deepEqual(better.findings, []);
    assert.deepEqual(named(better.comparison.removed), [recovery]);
    assert.equal(worse.comparison.unchanged, better.comparison.unchanged);
    assert.ok(worse.comparison.unchanged > 0);
  });

  it("takes an earlier report as JSON, and one with other words of the same place as changed", async () => {
    const earlier = reportOf(open);
    const same = await against(toJson(earlier), reportOf(open));
    assert.deepEqual([same.findings, same.comparison?.removed, same.comparison?.changed], [[], [], []]);
    const findings = earlier.findings.map((finding) => ({ ...finding, message: "In other words." }));
    const reworded = await against(toJson({ ...earlier, findings }), reportOf(open));
    assert.deepEqual(reworded.findings, []);
    assert.equal(reworded.comparison?.changed.length, earlier.findings.length);
  });

  it("has the rights that were added and removed, where the earlier file tells them", async () => {
    const policyOf = (...secrets: readonly string[]) => ({
      urn: "urn:pulumi:dev::shop::azure-native:keyvault:AccessPolicy::grant",
      custom: true,
      type: "azure-native:keyvault:AccessPolicy",
      inputs: { vaultName: "shop", policy: { objectId: "someone", permissions: { secrets } } },
    });
    const grantOf = (...rights: readonly string[]) => [
      { from: { kind: "Principal", name: "someone" }, to: { kind: "Vault", name: "secrets" }, rights },
    ];
    const reading = [vaultOf("dev", closed), policyOf("get")];
    const writing = reportOn(parseStack([vaultOf("dev", closed), policyOf("set")]));
    const change = { added: grantOf("set"), removed: grantOf("get") };
    const earlier = toJson(reportOn(parseStack(reading)));
    assert.deepEqual((await against(stateOf(...reading), writing)).comparison?.access, change);
    assert.deepEqual((await against(earlier, writing)).comparison?.access, change);
    const { access, ...without } = JSON.parse(earlier) as { readonly access?: unknown };
    assert.ok(Array.isArray(access));
    assert.equal((await against(without, writing)).comparison?.access, undefined);
    const odd = [{}, 7, { from: { kind: "toString", name: 1 }, to: {}, rights: [2] }];
    assert.deepEqual((await against({ ...without, access: odd }, writing)).comparison?.access?.removed, [
      { from: { kind: "Resource", name: "1" }, to: { kind: "Resource", name: "undefined" }, rights: ["2"] },
    ]);
  });

  it("takes a finding that only advised before, and is mandatory now, as added", async () => {
    const earlier = reportOf(open);
    const findings = earlier.findings.map((finding) => ({ ...finding, level: "advisory" as const }));
    const report = await against(toJson({ ...earlier, findings }), reportOf(open));
    assert.deepEqual(named(report.findings), [recovery]);
  });

  it("removes no finding of a rule that is not evaluated any more", async () => {
    const now = reportOf(closed);
    const withoutRule = { ...now, rules: now.rules.filter(({ id }) => id !== "vault-recovery") };
    const report = await against(stateOf(vaultOf("dev", open)), withoutRule);
    assert.deepEqual(report.comparison?.removed, []);
  });

  it("refuses another stack, another kind, and what is none of the files", async () => {
    const template = { ...reportOf(open), subject: { kind: "template", name: "azuredeploy.json" } as const };
    const compared = await against(stateOf(vaultOf("dev", closed)), reportOf(open));
    const forms =
      "Give what pulumi stack export writes, an event log, or a report that was written with --format json.";
    assert.deepEqual(
      [
        await refusal(stateOf(vaultOf("prod", open))),
        await refusal(toJson(template)),
        await refusal(toJson(compared)),
        await refusal({ some: "object" }),
        await refusal("no JSON"),
      ],
      [
        "--against BASE: it is of the stack shop/prod, and what is checked is the stack shop/dev.",
        "--against BASE: it is of the template azuredeploy.json, and what is checked is the stack shop/dev.",
        `--against BASE: it compares two checks itself. Write it without --against. ${forms}`,
        `--against BASE: it is none of the files that can be compared with. ${forms}`,
        "--against BASE: its line 1 is not JSON. Write it with: pulumi preview --policy-pack policy --event-log FILE",
      ],
    );
  });
});
