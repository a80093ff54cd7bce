import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { parseStringPromise } from "xml2js";
import { apiManagementFiles, openApiFiles, powerPlatformFiles, type ExportedFile } from "../../../connector/export";
import { asList, asObject, type JsonObject } from "../../../definition/json";
import { schemaProblems } from "../../connector-schemas/schema-problems";
import { address, document } from "./bound-document";

const icon = readFileSync("connector/export/power-platform/icon.png");

const exported: Readonly<Record<string, readonly ExportedFile[]>> = {
  "power-platform": powerPlatformFiles({ document, address, icon }),
  openapi: openApiFiles(document),
  "api-management": apiManagementFiles({ document, address }),
  "api-management with a gateway": apiManagementFiles({ document, address, gatewayHost: "contoso.azure-api.net" }),
};

function textOf(target: string, path: string): string {
  const { content } = exported[target]?.find((file) => file.path === path) ?? assert.fail(`${target} has no ${path}`);
  assert.ok(typeof content === "string");
  return content;
}
const jsonOf = (target: string, path: string): JsonObject => JSON.parse(textOf(target, path)) as JsonObject;
const documentOf = (target: string): JsonObject => jsonOf(target, "apiDefinition.swagger.json");
const queriesOf = (target: string): readonly unknown[] => {
  const { put } = asObject(asObject(documentOf(target).paths)["/secrets/{secret-name}"]);
  return asList(asObject(put).parameters)
    .map(asObject)
    .filter((parameter) => parameter.in === "query")
    .map((parameter) => [parameter.name, parameter.default, parameter["x-ms-visibility"]]);
};

describe("Every export", () => {
  for (const target of Object.keys(exported)) {
    it(`for ${target} has a document that Microsoft's rules and OpenAPI 2.0 allow`, async () => {
      assert.deepEqual(schemaProblems("apiDefinition", documentOf(target)), []);
      const { Validator } = await import("@seriousme/openapi-schema-validator");
      const result = await new Validator().validate({ ...documentOf(target) });
      assert.deepEqual([result.valid, result.errors], [true, undefined]);
    });

    it(`for ${target} has times in int64, and describes itself in 30 characters or more`, () => {
      assert.doesNotMatch(textOf(target, "apiDefinition.swagger.json"), /unixtime/);
      assert.equal(textOf(target, "apiDefinition.swagger.json").match(/"int64"/g)?.length, 6);
      assert.ok(String(asObject(documentOf(target).info).description).length >= 30);
    });

    it(`for ${target} ends each text in one line break`, () => {
      for (const { content } of exported[target] ?? []) {
        if (typeof content === "string") assert.match(content, /[^\n]\n$/);
      }
    });
  }
});

describe("The export for Power Platform", () => {
  it("has these files", () => {
    assert.deepEqual(
      exported["power-platform"]?.map(({ path }) => path),
      ["apiDefinition.swagger.json", "apiProperties.json", "icon.png", "settings.json"],
    );
  });

  it("has the relay's address and key parameter, and no constant of the address in the document", () => {
    const { host, basePath, securityDefinitions } = documentOf("power-platform");
    assert.deepEqual([host, basePath], [address.host, address.basePath]);
    assert.deepEqual(securityDefinitions, { api_key: { type: "apiKey", in: "query", name: "sig" } });
    assert.deepEqual(queriesOf("power-platform"), []);
  });

  it("sets each constant by a policy on the one operation", () => {
    const content = jsonOf("power-platform", "apiProperties.json");
    assert.deepEqual(schemaProblems("apiProperties", content), []);
    const { policyTemplateInstances, ...others } = asObject(content.properties);
    assert.deepEqual(
      asList(policyTemplateInstances).map((instance) => asObject(asObject(instance).parameters)),
      Object.entries(address.queries).map(([name, value]) => ({
        "x-ms-apimTemplateParameter.name": name,
        "x-ms-apimTemplateParameter.value": value,
        "x-ms-apimTemplateParameter.existsAction": "override",
        "x-ms-apimTemplate-operationName": ["SetSecret"],
      })),
    );
    assert.deepEqual(Object.keys(others).sort(), ["capabilities", "connectionParameters", "iconBrandColor"]);
  });

  it("asks for the key as a hidden text of the name that the document's security has", () => {
    const { connectionParameters } = asObject(jsonOf("power-platform", "apiProperties.json").properties);
    const { type, uiDefinition } = asObject(asObject(connectionParameters).api_key);
    assert.equal(type, "securestring");
    assert.deepEqual(asObject(uiDefinition).constraints, { clearText: false, required: "true", tabIndex: 2 });
  });

  it("names its own files in settings.json, and leaves the environment and the connector to paconn", () => {
    const settings = jsonOf("power-platform", "settings.json");
    assert.deepEqual(schemaProblems("settings", settings), []);
    assert.deepEqual(settings, {
      apiProperties: "apiProperties.json",
      apiDefinition: "apiDefinition.swagger.json",
      icon: "icon.png",
      powerAppsUrl: "https://api.powerapps.com",
      powerAppsApiVersion: "2016-11-01",
    });
  });
});

describe("The export as OpenAPI", () => {
  it("is the deployed document but for the format of times", () => {
    const expected = JSON.parse(JSON.stringify(document).replaceAll('"unixtime"', '"int64"')) as unknown;
    assert.deepEqual(documentOf("openapi"), expected);
    assert.deepEqual(queriesOf("openapi"), [
      ["api-version", "2019-05-01", "internal"],
      ["sp", "/triggers/manual/run", "internal"],
      ["sv", "1.0", "internal"],
    ]);
  });

  it("leaves the document that it is made of as it was", () => {
    assert.equal(JSON.stringify(document).match(/"unixtime"/g)?.length, 6);
  });
});

describe("The export for API Management", () => {
  it("describes the gateway: its host if given, no security of its own, no constant, and no address of the relay", () => {
    for (const target of ["api-management", "api-management with a gateway"]) {
      const content = documentOf(target);
      assert.equal(content.host, target === "api-management" ? undefined : "contoso.azure-api.net");
      assert.equal(content.basePath, "/keyvault-secrets");
      assert.ok(!("security" in content) && !("securityDefinitions" in content));
      assert.deepEqual(queriesOf(target), []);
      assert.ok(!JSON.stringify(content).includes(address.host));
    }
  });

  it("has a policy that leads to the relay, with its key from a named value", async () => {
    const { policies } = (await parseStringPromise(textOf("api-management", "policy.xml"), {
      explicitChildren: true,
      preserveChildrenOrder: true,
    })) as { policies: { inbound: [{ $$: readonly Element[] }]; $$: readonly Element[] } };
    assert.deepEqual(
      policies.$$.map((section) => section["#name"]),
      ["inbound", "backend", "outbound", "on-error"],
    );
    assert.deepEqual(
      policies.inbound[0].$$.map((element) => [element["#name"], element.$ ?? {}]),
      [
        ["base", {}],
        ["set-backend-service", { "base-url": `https://${address.host}${address.basePath}` }],
        [
          "rewrite-uri",
          {
            template:
              "/secrets/{secret-name}?api-version=2019-05-01&sp=/triggers/manual/run&sv=1.0&sig={{set-secret-relay-key}}",
            "copy-unmatched-params": "false",
          },
        ],
        ["set-header", { name: "Ocp-Apim-Subscription-Key", "exists-action": "delete" }],
        ["set-header", { name: "Authorization", "exists-action": "delete" }],
      ],
    );
  });
});

/** An element as xml2js gives it. */
interface Element {
  readonly "#name": string;
  readonly $?: Readonly<Record<string, string>>;
}
