import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, describe, it } from "mocha";
import { check } from "../../../policy/command-line/check";
import type { PolicyReport } from "../../../policy/reports";
import { toSarif } from "../../../policy/reports";
import { exampleTemplate, getSecret, leak } from "./example-template";

const planted = "Pl4nted-S3cret-Value-9f86d081884c7d65";
const noProgram = (): never => {
  throw new Error("A template needs no program.");
};

describe("An ARM template", () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "template-test-"));
  });
  after(() => rm(directory, { recursive: true }));

  async function fileOf(name: string, content: unknown): Promise<string> {
    const file = join(directory, name);
    await writeFile(file, typeof content === "string" ? content : JSON.stringify(content, undefined, 2));
    return file;
  }

  async function judge(template: unknown, parameters?: unknown): Promise<PolicyReport> {
    const file = await fileOf("azuredeploy.json", template);
    const given =
      parameters === undefined ? {} : { parameters: await fileOf("azuredeploy.parameters.json", parameters) };
    return check({ kind: "template", file, ...given }, noProgram);
  }

  const mandatory = ({ findings }: PolicyReport): readonly string[] =>
    findings.filter(({ level }) => level === "mandatory").map(({ rule, path }) => `${rule} ${path ?? ""}`);
  const messagesOf = ({ findings }: PolicyReport, id: string): readonly string[] =>
    findings.filter(({ rule }) => rule === id).map(({ message }) => message);

  it("is good where the grants are what the definition needs, though only the deployment tells names and ids", async () => {
    const report = await judge(exampleTemplate());
    assert.deepEqual(mandatory(report), []);
    assert.equal(report.resources, 3);
    const lines = JSON.stringify(exampleTemplate(), undefined, 2).split("\n");
    const line = lines.findIndex((text) => text.includes(`"name": "[parameters('logicAppName')]"`)) + 1;
    assert.deepEqual(messagesOf(report, "undecided-expressions"), [
      `Not evaluated: 1. parameters('logicAppName') has no value (line ${line}).`,
    ]);
    const values = { logicAppName: { value: "la-tokens" } };
    assert.deepEqual(messagesOf(await judge(exampleTemplate(), values), "undecided-expressions"), []);
  });

  it("has the permissions of its identity judged", async () => {
    const report = await judge(exampleTemplate({}, ["get", "list", "delete"]));
    assert.deepEqual(
      [...new Set(mandatory(report).map((each) => each.split(" ")[0]))],
      ["excess-permissions", "destructive-permissions"],
    );
    assert.ok(mandatory(await judge(exampleTemplate({}, []))).some((each) => each.startsWith("missing-permissions")));
  });

  it("keeps identities apart: each workflow of a copy loop has its own grants", async () => {
    const template = exampleTemplate() as { resources: Record<string, unknown>[] };
    const [vault, workflow, policies] = template.resources;
    const copy = { name: "apps", count: 2 };
    const named = (text: unknown): unknown =>
      JSON.parse(JSON.stringify(text).replaceAll("parameters('logicAppName')", "concat('la-', copyIndex('apps'))"));
    const resources = [
      vault,
      { ...(named(workflow) as object), copy },
      { ...(named(policies) as object), name: "[concat(parameters('vaultName'), '/add')]", copy },
    ];
    assert.deepEqual(mandatory(await judge({ ...template, resources })), []);
    const onlyFirst = JSON.parse(JSON.stringify(policies).replaceAll("parameters('logicAppName')", "'la-0'")) as object;
    const report = await judge({
      ...template,
      resources: [vault, { ...(named(workflow) as object), copy }, onlyFirst],
    });
    assert.deepEqual(
      report.findings
        .filter(({ level }) => level === "mandatory")
        .map(({ rule, urn }) => [rule, urn?.split("::").at(-1)]),
      [["missing-permissions", "la-1"]],
    );
  });

  it("has findings at the lines of what is to change, in SARIF too", async () => {
    const template = exampleTemplate({ Leak: leak });
    const report = await judge(template, { logicAppName: { value: "la" } });
    const lines = JSON.stringify(template, undefined, 2).split("\n");
    const line = lines.findIndex((text) => text.includes("@body('Get_secret')")) + 1;
    assert.ok(line > 50);
    assert.deepEqual(mandatory(report), ["hidden-tokens definition.actions.Leak.inputs"]);
    const [result] =
      (JSON.parse(toSarif(report)) as { runs: { results: Record<string, unknown>[] }[] }).runs[0]?.results ?? [];
    const file = relative(process.cwd(), join(directory, "azuredeploy.json"));
    assert.equal(result?.ruleId, "hidden-tokens");
    assert.deepEqual(result.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: file, uriBaseId: "%SRCROOT%" },
          region: { startLine: line },
        },
        logicalLocations: [
          {
            name: "la",
            fullyQualifiedName:
              "urn:pulumi:template::azuredeploy.json::azure-native:logic:Workflow::la#definition.actions.Leak.inputs",
            kind: "resource",
          },
        ],
      },
    ]);
  });

  it("may have comments, texts over several lines and commas at the end", async () => {
    const text = JSON.stringify(exampleTemplate({ Leak: leak }), undefined, 2)
      .replace("{", '{ // a comment with "quotes"\n /* and another */')
      .replace("[concat('kv-', uniqueString(", "[concat(\n  'kv-',\r\n  uniqueString(")
      .replace(/\n}$/, ",\n}");
    const report = await judge(text, { logicAppName: { value: "la" } });
    assert.deepEqual(mandatory(report), ["hidden-tokens definition.actions.Leak.inputs"]);
    const at = text.split("\n").findIndex((line) => line.includes("@body('Get_secret')")) + 1;
    assert.equal(report.findings.find(({ rule }) => rule === "hidden-tokens")?.source?.line, at);
  });

  it("passes a secret on only where that is secure", async () => {
    const rest = {
      outputs: {
        open: {
          type: "string",
          value: "[concat('x', listCallbackUrl(resourceId('Microsoft.Logic/workflows', 'w'), '2019-05-01').value)]",
        },
        closed: { type: "securestring", value: "[listKeys('x', '2023-01-01').keys[0].value]" },
      },
    };
    const parameters = {
      apiKey: { type: "securestring" },
      password: { type: "string" },
      secretNames: { type: "string" },
      open: { type: "securestring", defaultValue: planted },
    };
    const call = {
      type: "Http",
      inputs: { method: "GET", uri: "https://api.example.com", headers: { "X-Key": "[parameters('apiKey')]" } },
    };
    const template = exampleTemplate({ Call: call }, ["get"], rest) as { parameters: object };
    const report = await judge(
      { ...template, parameters: { ...template.parameters, ...parameters } },
      { parameters: { apiKey: { value: planted }, logicAppName: { value: "la" } } },
    );
    const own = report.findings.filter(({ rule }) => rule === "secrets-in-files");
    assert.deepEqual(
      own.map(({ level, path }) => `${level} ${path ?? ""}`),
      [
        "mandatory parameters.open.defaultValue",
        "advisory parameters.password",
        "mandatory outputs.open",
        "mandatory definition",
        "advisory parameters.apiKey",
      ],
    );
    assert.ok(own[4]?.source?.file.endsWith("azuredeploy.parameters.json"));
    assert.equal(own[4]?.source?.line, 3);
    assert.ok(!JSON.stringify(report).includes(planted));
  });

  it("gives a secret to a secure parameter of a workflow without a finding, by reference to a vault too", async () => {
    const call = {
      type: "Http",
      inputs: {
        method: "GET",
        uri: "https://api.example.com",
        authentication: { type: "Basic", username: "app", password: "@parameters('apiPassword')" },
      },
      runtimeConfiguration: getSecret.runtimeConfiguration,
    };
    const text = JSON.stringify(exampleTemplate({ Call: call }))
      .replace('"vaultUri":{"type":"String"}', '"vaultUri":{"type":"String"},"apiPassword":{"type":"SecureString"}')
      .replace('"vaultUri":{"value"', '"apiPassword":{"value":"[parameters(\'apiKey\')]"},"vaultUri":{"value"')
      .replace('"secretName":{', '"apiKey":{"type":"string"},"secretName":{');
    const reference = { keyVault: { id: "/subscriptions/x" }, secretName: "s" };
    assert.deepEqual(mandatory(await judge(text, { apiKey: { reference }, logicAppName: { value: "la" } })), []);
  });

  it("is not silent about resources that no rule reads, also within nested templates", async () => {
    const inner = { resources: [{ type: "Microsoft.Logic/integrationAccounts", name: "ia" }] };
    const template = exampleTemplate() as { resources: object[] };
    const report = await judge({
      ...template,
      resources: [
        ...template.resources,
        { type: "Microsoft.Resources/deployments", name: "n", properties: { template: inner } },
        {
          type: "Microsoft.Resources/deployments",
          name: "l",
          properties: { templateLink: { uri: "https://x.example" } },
        },
        { type: "Microsoft.Web/sites", name: "s" },
      ],
    });
    assert.deepEqual(messagesOf(report, "unread-resources"), [
      "No rule reads a resource of this type: azure-native:logic:integrationAccounts.",
      "No rule reads a resource of this type: azure-native:resources:Deployment.",
      "Resources of other types were not looked at: azure-native:web:sites 1.",
    ]);
  });
});
