import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { evaluatePolicies } from "../../../policy/evaluation/evaluate-policies";
import { evaluateRule } from "../../../policy/evaluation/evaluate-rule";
import type { Exemption } from "../../../policy/rule/exemption";
import type { Stack } from "../../../policy/model";
import { buildModel, unknown } from "../../../policy/model";
import { packRules } from "../../../policy/evaluation/pack-rules";
import { evaluatePackRule } from "../../../policy/evaluation/evaluate-policies";
import type { Rule } from "../../../policy/rule/rule";
import { readAccess } from "../../../policy/graphs";
import { rules } from "../../../policy/rules";
import { StackEditor } from "../mutations/stack-editor";
import { baseStack } from "../mutations/base-stacks";

const today = new Date("2026-11-23T12:00:00Z");
const accepted: Exemption = {
  name: "secrets",
  reason: "a test vault",
  expires: "2026-11-23",
  approvedBy: "the vault's owner",
};

describe("An evaluation of a stack", () => {
  let good: Stack;
  let bad: Stack;
  before(async () => {
    good = await baseStack("rbac");
    bad = new StackEditor(good).set("Vault secrets", "properties/enablePurgeProtection", false).result();
  });

  const mandatory = (configuration: Parameters<typeof evaluatePolicies>[1]): readonly string[] =>
    evaluatePolicies(bad, configuration, today)
      .findings.filter(({ level }) => level === "mandatory")
      .map(({ rule, message }) => `${rule}: ${message}`);

  it("tells a finding's rule, level, resource, place and words", () => {
    const [finding] = evaluatePolicies(bad, {}, today).findings;
    assert.deepEqual(finding, {
      rule: "vault-recovery",
      level: "mandatory",
      urn: good.resources.find(({ type }) => type === "azure-native:keyvault:Vault")?.urn,
      path: "properties.enablePurgeProtection",
      message: "Purge protection is off.",
    });
  });

  it("takes a rule's level from the configuration, or that of all", () => {
    assert.deepEqual(mandatory({ "vault-recovery": "advisory" }), []);
    assert.deepEqual(mandatory({ all: "advisory" }), []);
    assert.deepEqual(mandatory({ all: "advisory", "vault-recovery": "mandatory" }), [
      "vault-recovery: Purge protection is off.",
    ]);
    const disabled = evaluatePolicies(
      bad,
      { all: "disabled", "vault-recovery": { enforcementLevel: "advisory" } },
      today,
    );
    assert.deepEqual(
      disabled.findings.map(({ rule, level }) => `${rule} ${level}`),
      ["vault-recovery advisory"],
    );
  });

  it("gives a rule its configuration over its defaults", () => {
    assert.deepEqual(mandatory({ "vault-recovery": { minimumRetentionDays: 90 } }).length, 1);
    const short = new StackEditor(good).set("Vault secrets", "properties/softDeleteRetentionInDays", 30).result();
    const { findings } = evaluatePolicies(short, { "vault-recovery": { minimumRetentionDays: 90 } }, today);
    assert.equal(findings[0]?.message, "A deleted vault is kept for fewer than 90 days.");
  });

  it("accepts what an exemption is for, until the end of its last day", () => {
    const { findings, exempted } = evaluatePolicies(bad, { "vault-recovery": { exempt: [accepted] } }, today);
    assert.ok(!findings.some(({ rule }) => rule === "vault-recovery" || rule === "exemptions"));
    assert.deepEqual(
      exempted.map(({ rule, exemption }) => [rule, exemption]),
      [["vault-recovery", accepted]],
    );
  });

  const still = "vault-recovery: Purge protection is off.";
  const wrong: readonly (readonly [what: string, exemption: Partial<Exemption>, problem: string])[] = [
    ["is expired", { ...accepted, expires: "2026-11-22" }, "expired on 2026-11-22"],
    ["has no reason", { ...accepted, reason: " " }, "lacks a reason"],
    ["nobody approved", { ...accepted, approvedBy: "" }, "lacks approvedBy"],
    ["is for nothing", { reason: "r", approvedBy: "a", expires: "2027-01-01" }, "lacks a urn or a name"],
    ["has no date", { ...accepted, expires: "soon" }, "has an expires that is not a date such as 2027-01-31"],
    [
      "has a date that is none",
      { ...accepted, expires: "2026-02-30" },
      "has an expires that is not a date such as 2027-01-31",
    ],
    ["is for another resource", { ...accepted, name: "others" }, "is not used"],
    ["is for another URN", { ...accepted, urn: "urn:others" }, "is not used"],
  ];
  for (const [what, exemption, problem] of wrong) {
    it(`finds, and does not heed, an exemption that ${what}`, () => {
      assert.deepEqual(mandatory({ "vault-recovery": { exempt: [exemption] } }), [
        still,
        `exemptions: vault-recovery: exempt[0] ${problem}.`,
      ]);
    });
  }

  it("counts in one line what is not known yet, and makes that mandatory where it is asked to", () => {
    const secret = unknown;
    const open = new StackEditor(good).set("Vault secrets", "properties/enablePurgeProtection", secret).result();
    const line = (configuration: Parameters<typeof evaluatePolicies>[1]): readonly string[] =>
      evaluatePolicies(open, configuration, today)
        .findings.filter(({ rule }) => rule === "undecided-places")
        .map(({ level, message }) => `${level}: ${message}`);
    const [advice = ""] = line({});
    assert.match(
      advice,
      /^advisory: Not evaluated, because a value is known only after deployment: \d+ \(.*vault-recovery 1\)\.$/,
    );
    assert.match(line({ "undecided-places": "mandatory" })[0] ?? "", /^mandatory: /);
    assert.equal(line({}).length, 1);
  });

  it("tells of a rule that throws, without its message, and keeps what the others found", () => {
    const planted = "a-value-in-a-message";
    const failing: Rule = {
      ...(rules[0] as Rule),
      id: "failing",
      evaluate: () => {
        throw new TypeError(planted);
      },
    };
    const evaluated = evaluateRule(failing, buildModel(bad), {}, "2026-11-23");
    const findings = packRules.flatMap((rule) => evaluatePackRule(rule, [evaluated], rule.level));
    assert.deepEqual(
      findings.map(({ level }) => level),
      ["mandatory"],
    );
    assert.match(
      findings.map(({ message }) => message).join(),
      /^The rule failing failed: TypeError at .*evaluate-policies\.test\.ts:\d+:\d+\.$/,
    );
    assert.ok(!JSON.stringify(findings).includes(planted));
  });

  it("never repeats a value of a property that may be secret", () => {
    const planted = "q8Zt1vR7nX3bM5kJ9wL2pD6sF4gH0cYA";
    const crm = "Workflow refresh-crm-token";
    const request = "definition/actions/Request_token";
    const stack = new StackEditor(bad)
      .set(crm, "parameters/vaultUri/value", `https://${planted}.example`)
      .set(crm, `${request}/inputs/headers/Authorization`, planted)
      .set(crm, `${request}/inputs/uri`, `http://user:${planted}@example.com/?sig=${planted}`)
      .set(crm, `${request}/inputs/authentication`, { type: "Basic", password: planted })
      .set(crm, `${request}/runtimeConfiguration`, {})
      .set(crm, "definition/parameters/password", { type: "SecureString", defaultValue: planted })
      .set("Connection set-secret", "properties/parameterValues/api_key", planted)
      .set("CustomApi set-secret", "properties/backendService/serviceUrl", `http://${planted}`)
      .set("Vault secrets", "properties/softDeleteRetentionInDays", planted)
      .add("azure-native:keyvault:Secret", "s", { secretName: "crm-token", properties: { value: planted } })
      .result();
    const { model, ...evaluation } = evaluatePolicies({ ...stack, plainOutputs: { url: `https://x?sig=${planted}` } });
    assert.ok(evaluation.findings.length > 12);
    const access = readAccess(model);
    assert.ok(access.length > 2);
    const text = JSON.stringify({ evaluation, access });
    const encodings = [planted, encodeURIComponent(planted), Buffer.from(planted).toString("base64").slice(0, 40)];
    for (const each of encodings) assert.ok(!text.includes(each));
  });

  it("has rules of different ids, each with a requirement, a fault, a reason, a remedy and a reference", () => {
    const described = [...rules, ...packRules];
    assert.equal(new Set(described.map(({ id }) => id)).size, described.length);
    assert.equal(rules.filter(({ level }) => level === "mandatory").length, 16);
    for (const { id, sentence, fault, reason, remediation, reference } of described) {
      assert.match(id, /^[a-z]+(-[a-z]+)*$/);
      for (const text of [sentence, fault, reason, remediation]) assert.match(text, /^[A-Z].*\.$/s, id);
      assert.match(reference, /^https:\/\//);
    }
  });
});
