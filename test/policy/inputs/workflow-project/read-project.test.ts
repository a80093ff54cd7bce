import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { check } from "../../../../policy/command-line/check";
import type { PolicyReport } from "../../../../policy/reports";

const planted = "Pl4nted-S3cret-Value-9f86d081884c7d65";
const secured = { secureData: { properties: ["inputs", "outputs"] } };
/**
 * In the shape of the built-in connector's action.
 * https://learn.microsoft.com/azure/logic-apps/connectors/built-in/reference/keyvault/
 */
const getSecret = {
  type: "ServiceProvider",
  inputs: {
    parameters: { secretName: "api-token" },
    serviceProviderConfiguration: {
      connectionName: "keyVault",
      operationId: "getSecret",
      serviceProviderId: "/serviceProviders/keyVault",
    },
  },
  runtimeConfiguration: secured,
};
const workflow = (actions: object, rest: object = {}) => ({
  definition: {
    $schema:
      "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
    contentVersion: "1.0.0.0",
    triggers: { Request: { type: "Request", kind: "Http", inputs: {} } },
    actions: { Get_secret: getSecret, ...actions },
    ...rest,
  },
  kind: "Stateful",
});
const connections = {
  serviceProviderConnections: {
    keyVault: {
      parameterSetName: "ManagedServiceIdentity",
      parameterValues: { VaultUri: "@appsetting('keyVault_VaultUri')" },
      serviceProvider: { id: "/serviceProviders/keyVault" },
    },
  },
  managedApiConnections: {
    office365: {
      api: {
        id: "/subscriptions/@{appsetting('SUBSCRIPTION')}/providers/Microsoft.Web/locations/x/managedApis/office365",
      },
      authentication: { type: "Raw", scheme: "Key", parameter: "@appsetting('office365-connectionKey')" },
    },
  },
};

describe("A Logic Apps Standard project", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "project-test-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function judge(files: Readonly<Record<string, unknown>>): Promise<PolicyReport> {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(directory, name)), { recursive: true });
      const text = typeof content === "string" ? content : JSON.stringify(content, undefined, 2);
      await writeFile(join(directory, name), text);
    }
    return check({ kind: "workflow-project", file: directory }, () => {
      throw new Error("A project needs no program.");
    });
  }

  const mandatory = ({ findings }: PolicyReport): readonly string[] =>
    findings
      .filter(({ level }) => level === "mandatory")
      .map(
        ({ rule, path = "", source }) =>
          `${rule} ${path} ${source?.file.split("/").slice(-1)[0] ?? ""}:${source?.line ?? 0}`,
      );
  const messagesOf = ({ findings }: PolicyReport, id: string): readonly string[] =>
    findings.filter(({ rule }) => rule === id).map(({ message }) => message);

  it("is good where secrets stay hidden and the settings hold what is secret", async () => {
    const report = await judge({
      "host.json": { version: "2.0" },
      "connections.json": connections,
      "parameters.json": { apiKey: { type: "SecureString", value: "@appsetting('API_KEY')" } },
      "local.settings.json": { Values: { API_KEY: planted, keyVault_VaultUri: "https://kv.vault.azure.net" } },
      "Refresh/workflow.json": workflow({}),
      "lib/custom/readme.txt": "",
    });
    assert.deepEqual(mandatory(report), []);
    assert.equal(report.resources, 3);
    assert.ok(!JSON.stringify(report).includes(planted));
  });

  it("says which app settings nobody knows, and which of them the local settings lack", async () => {
    const files = { "connections.json": connections, "Refresh/workflow.json": workflow({}) };
    const names = "3 (SUBSCRIPTION, keyVault_VaultUri, office365-connectionKey)";
    const known = `Not evaluated, because app settings are the app's: ${names}.`;
    assert.deepEqual(messagesOf(await judge(files), "undecided-expressions"), [known]);
    const settings = { Values: { SUBSCRIPTION: "1", KEYVAULT_VAULTURI: "2" } };
    assert.deepEqual(messagesOf(await judge({ ...files, "local.settings.json": settings }), "undecided-expressions"), [
      `${known} Not in local.settings.json: office365-connectionKey.`,
    ]);
  });

  it("says which rules it cannot answer, and counts them neither as passed nor as failed", async () => {
    const report = await judge({ "Refresh/workflow.json": workflow({}) });
    const [message = ""] = messagesOf(report, "unjudged-rules");
    const asked = report.rules.map(({ id }) => id);
    for (const rule of ["excess-permissions", "missing-permissions", "open-triggers", "vault-network"]) {
      assert.ok(message.includes(rule) && !asked.includes(rule), rule);
    }
    for (const rule of ["hidden-tokens", "no-credentials", "secure-parameters", "https-and-audience"]) {
      assert.ok(!message.includes(rule) && asked.includes(rule), rule);
    }
  });

  it("has leaks of a secret of the built-in connector found, at their lines", async () => {
    const { runtimeConfiguration, ...open } = getSecret;
    const leak = { type: "Compose", inputs: "@body('Get_secret')?['value']" };
    const content = workflow({ Get_secret: open, Leak: leak });
    const lines = JSON.stringify(content, undefined, 2).split("\n");
    const [action, inputs] = ['"Get_secret": {', '"inputs": "@body'].map(
      (text) => lines.findIndex((line) => line.includes(text)) + 1,
    );
    assert.deepEqual(mandatory(await judge({ "Refresh/workflow.json": content })), [
      `hidden-tokens definition.actions.Get_secret.outputs workflow.json:${action}`,
      `hidden-tokens definition.actions.Leak.inputs workflow.json:${inputs}`,
    ]);
  });

  it("has credentials in the clear found, wherever they stand", async () => {
    const files = {
      "Refresh/workflow.json": workflow({}),
      "parameters.json": {
        clientSecret: { type: "SecureString", value: planted },
        region: { type: "String", value: "europe" },
      },
      "connections.json": {
        serviceProviderConnections: {
          sql: {
            parameterValues: { connectionString: `Server=tcp:db.example.net;Password=${planted};` },
            serviceProvider: { id: "/serviceProviders/sql" },
          },
        },
        managedApiConnections: {
          office365: { authentication: { type: "Raw", scheme: "Key", parameter: planted } },
        },
        functionConnections: {
          tax: { authentication: { type: "QueryString", name: "Code", value: planted } },
        },
      },
    };
    const report = await judge(files);
    assert.deepEqual(mandatory(report), [
      "no-credentials properties.parameterValues.connectionString connections.json:5",
      "secrets-in-files clientSecret.value parameters.json:4",
      "secrets-in-files managedApiConnections.office365.authentication.parameter connections.json:17",
      "secrets-in-files functionConnections.tax.authentication.value connections.json:26",
    ]);
    assert.ok(!JSON.stringify(report).includes(planted));
  });

  it("has the parameters of the project judged with the workflow that uses them", async () => {
    const call = {
      type: "Http",
      inputs: {
        method: "GET",
        uri: "https://api.example.com",
        authentication: { type: "Basic", username: "app", password: "@parameters('apiPassword')" },
      },
      runtimeConfiguration: secured,
    };
    const report = (type: string): Promise<PolicyReport> =>
      judge({
        "parameters.json": { apiPassword: { type, value: "@appsetting('API_PASSWORD')" } },
        "Call/workflow.json": workflow({ Call: call }),
        "Other/workflow.json": workflow({}),
      });
    assert.deepEqual(mandatory(await report("SecureString")), []);
    assert.deepEqual(mandatory(await report("String")), [
      "secure-parameters definition.parameters.apiPassword parameters.json:2",
    ]);
  });

  it("is refused where it is none, with what to give", async () => {
    const problemOf = async (files: Readonly<Record<string, unknown>>, folder = directory): Promise<string> => {
      const error: unknown = await (
        folder === directory
          ? judge(files)
          : check({ kind: "workflow-project", file: folder }, () => Promise.reject(new Error()))
      ).catch((reason: unknown) => reason);
      assert.ok(error instanceof Error && error.name === "InputError", String(error));
      assert.ok(!error.message.includes(planted));
      return error.message.replaceAll(directory, "DIR");
    };
    const give = "Give the folder that has host.json.";
    assert.equal(await problemOf({}, join(directory, "none")), "--workflow-project DIR/none: there is no such folder.");
    assert.equal(
      await problemOf({ "host.json": {} }),
      `--workflow-project DIR: no folder in it has a workflow.json. ${give}`,
    );
    const broken = "--workflow-project DIR/A/workflow.json: ";
    assert.equal(
      await problemOf({ "A/workflow.json": `{\n${planted}` }),
      `${broken}it is not JSON, from line 2 on. Correct it: Logic Apps cannot read it either.`,
    );
    assert.equal(await problemOf({ "A/workflow.json": {} }), `${broken}it is not a workflow: it has no "definition".`);
    assert.equal(await problemOf({ "A/workflow.json": [] }), `${broken}it is not a JSON object.`);
    assert.equal(
      await problemOf({ "workflow.json": {} }),
      "--workflow-project DIR: it is the folder of one workflow. Give the folder around it, with host.json.",
    );
  });
});
