import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { writeFiles } from "../../../cli/export/write-files";
import { cloudNames, clouds, type CloudName } from "../../../azure";
import { asObject, walkActions, type JsonObject } from "../../../definition";
import { check } from "../../../policy/command-line/check";
import { refreshDefinition, type RefreshedToken } from "../../../workflows";
import { standardProject, type DeployedRefresh } from "../../../workflows/standard";

const queries = { "api-version": "2019-05-01", sp: "/triggers/manual/run", sv: "1.0" };
const identity =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/refresh";
const vaultUri = "https://kv-example.vault.azure.net";
const connector = {
  id: "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Web/customApis/set-secret0123",
  location: "westeurope",
};

const salesforce: RefreshedToken = {
  secretName: "salesforce-token",
  grantType: "client_credentials",
  tokenUrl: "https://acme.my.salesforce.com/services/oauth2/token",
  clientId: { value: "client id" },
  clientSecretName: "salesforce-client-secret",
  instanceUrl: "secret",
  allowedInstanceUrlSuffixes: ["acme.my.salesforce.com"],
  intervalMinutes: 60,
  assumedLifetimeMinutes: 120,
  maximumLifetimeMinutes: 1_440,
  writePath: "connector",
  disableSupersededVersions: true,
};
const rotating: RefreshedToken = {
  ...salesforce,
  secretName: "partner-token",
  grantType: "refresh_token",
  clientId: { secretName: "client-id" },
  refreshTokenSecretName: "refresh-token",
  skipWhileFresh: true,
};

/** A refresh as it is deployed, writing by the connector. */
function deployed(
  token: RefreshedToken,
  of: { readonly identity?: string; readonly cloud?: CloudName } = {},
): DeployedRefresh {
  return {
    name: `refresh-${token.secretName}`,
    definition: asObject(refreshDefinition(token, { ...of, write: { kind: "connector", queries } })),
    parameters: { vaultUri: { value: vaultUri }, $connections: { value: { keyvaultsecrets: connector } } },
  };
}

const refreshes = [deployed(rotating), deployed(salesforce, { identity })];
const project = standardProject({ stack: "logicapp-keyvault-secrets/prod", refreshes, connector });

function textOf(path: string, { files } = project): string {
  const { content } = files.find((file) => file.path === path) ?? assert.fail(`no ${path}`);
  assert.ok(typeof content === "string");
  return content;
}
const jsonOf = (path: string): JsonObject => JSON.parse(textOf(path)) as JsonObject;

describe("A Logic Apps Standard project", () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "standard-project-"));
  });
  after(() => rm(directory, { recursive: true }));

  it("has these files", () => {
    assert.deepEqual(project.problems, []);
    assert.deepEqual(
      project.files.map(({ path }) => path),
      [
        "README.md",
        "connections.json",
        "host.json",
        "local.settings.json",
        "parameters.json",
        "refresh-partner-token/workflow.json",
        "refresh-salesforce-token/workflow.json",
      ],
    );
  });

  for (const token of [rotating, salesforce]) {
    it(`has the actions and the trigger of ${token.secretName} as the write path http makes them`, () => {
      const { definition, kind } = jsonOf(`refresh-${token.secretName}/workflow.json`);
      const byHttp = refreshDefinition(token, { write: { kind: "http" } });
      assert.deepEqual(definition, JSON.parse(JSON.stringify({ ...byHttp, parameters: undefined })));
      assert.equal(kind, "Stateful");
      const types = walkActions(definition).map(({ type }) => type);
      assert.ok(types.includes("Http") && !types.includes("ApiConnection"));
    });
  }

  for (const cloud of cloudNames) {
    it(`asks for tokens for the vaults of the cloud ${cloud} only`, () => {
      const { files } = standardProject({ stack: "s", refreshes: [deployed(salesforce, { cloud })] });
      const audiences = [
        ...textOf("refresh-salesforce-token/workflow.json", { files, problems: [] }).matchAll(/"audience": "([^"]+)"/g),
      ];
      assert.deepEqual([...new Set(audiences.map(([, audience]) => audience))], [clouds[cloud].vaultAudience]);
      assert.ok(audiences.length > 2);
    });
  }

  it("declares each parameter that its workflows use once", () => {
    const parameters = jsonOf("parameters.json");
    const used = project.files
      .filter(({ path }) => path.endsWith("workflow.json"))
      .flatMap(({ content }) => [...String(content).matchAll(/parameters\('([^']+)'\)/g)].map(([, name]) => name));
    assert.deepEqual(Object.keys(parameters).sort(), [...new Set(used)].sort());
    assert.deepEqual(parameters.vaultUri, { type: "String", value: vaultUri });
  });

  it("passes the policy pack, with no mandatory finding", async () => {
    await writeFiles("--out", directory, project.files);
    const { findings } = await check({ kind: "workflow-project", file: directory }, () => assert.fail("no program"));
    assert.deepEqual(
      findings.filter(({ level }) => level === "mandatory"),
      [],
    );
  });

  it("lists every permission that the app's identity needs", () => {
    const rows = textOf("README.md").matchAll(
      /^\| `([\w-]+)` \| `([\w-]+)` \| (\w+) \| `[\w/.]+\/(\w+)\/action` \|$/gm,
    );
    assert.deepEqual([...rows].map(([, ...cells]) => cells.join(" ")).sort(), [
      "refresh-partner-token client-id get getSecret",
      "refresh-partner-token partner-token get getSecret",
      "refresh-partner-token partner-token set setSecret",
      "refresh-partner-token partner-token set update",
      "refresh-partner-token partner-token-instance-url set setSecret",
      "refresh-partner-token refresh-token get getSecret",
      "refresh-partner-token refresh-token set setSecret",
      "refresh-partner-token salesforce-client-secret get getSecret",
      "refresh-salesforce-token salesforce-client-secret get getSecret",
      "refresh-salesforce-token salesforce-token get getSecret",
      "refresh-salesforce-token salesforce-token set setSecret",
      "refresh-salesforce-token salesforce-token set update",
      "refresh-salesforce-token salesforce-token-instance-url set setSecret",
    ]);
  });

  it("tells how other workflows use the connector, by app settings and the app's identity", () => {
    const [, fragment = ""] = /```json\n([^]*?)```/.exec(textOf("README.md")) ?? [];
    const group =
      "/subscriptions/@{appsetting('WORKFLOWS_SUBSCRIPTION_ID')}/resourceGroups/" +
      "@{appsetting('CUSTOM_CONNECTOR_RESOURCE_GROUP_NAME')}/providers/Microsoft.Web";
    assert.deepEqual(JSON.parse(fragment), {
      managedApiConnections: {
        keyvaultsecrets: {
          api: { id: `${group}/customApis/set-secret0123` },
          connection: { id: `${group}/connections/CONNECTION_NAME` },
          connectionRuntimeUrl: "@appsetting('SET_SECRET_CONNECTION_RUNTIME_URL')",
          authentication: { type: "ManagedServiceIdentity" },
        },
      },
    });
  });

  it("has no word of the connector where the stack has none", () => {
    const without = standardProject({ stack: "p/s", refreshes });
    assert.doesNotMatch(textOf("README.md", without), /Set secret connector|customApis/);
  });

  it("is refused where two workflows need different values of one parameter", () => {
    const other = { ...deployed(salesforce), parameters: { vaultUri: { value: "https://kv-other.vault.azure.net" } } };
    assert.deepEqual(standardProject({ stack: "p/s", refreshes: [deployed(rotating), other] }).problems, [
      "refresh-salesforce-token and refresh-partner-token differ in their parameter vaultUri, which a Standard app has once.",
    ]);
  });
});
