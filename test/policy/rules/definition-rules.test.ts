import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ourStack } from "../our-stack";
import { definitionRules, evaluateRules } from "./evaluate-rules";

type Json = Record<string, unknown>;

/** A value in a JSON tree, by its path. */
function at(value: unknown, ...path: (string | number)[]): Json {
  const found = path.reduce<unknown>((within, name) => (within as Json)[name], value);
  assert.ok(typeof found === "object" && found !== null, path.join("."));
  return found as Json;
}

/** A refresh for each way to write a secret. */
const waysToWrite = 3;

/** `rule urn path` of what the rules find in our stack, changed. */
function found(change: (stack: ReturnType<typeof ourStack>) => void): string[] {
  const stack = ourStack(waysToWrite);
  change(stack);
  return evaluateRules(stack).findings.map(({ rule, urn, path }) => `${rule} ${urn} ${path}`);
}

const relay = ["resources", 0, "properties"] as const;
const write = [...relay, "definition", "actions", "Name_is_allowed", "actions", "Set_secret"] as const;
const connector = ["resources", 1, "properties", "properties"] as const;
const refresh = ["resources", 3] as const;
const refreshUrn = ourStack(waysToWrite).resources[3]?.urn ?? "";
const refreshActions = [...refresh, "properties", "definition", "actions"] as const;

describe("the rules about definitions", () => {
  it("find nothing in this program's own resources, and decide everything", () => {
    assert.deepEqual(evaluateRules(ourStack()), { findings: [], undecided: [] });
  });

  it("read definitions and documents that are JSON texts", () => {
    const stack = ourStack();
    for (const { properties } of stack.resources) {
      if ("definition" in properties) properties.definition = JSON.stringify(properties.definition);
    }
    at(stack, ...connector).swagger = JSON.stringify(at(stack, ...connector).swagger);
    assert.deepEqual(evaluateRules(stack), { findings: [], undecided: [] });
  });

  it("each say what they are", () => {
    for (const rule of definitionRules) {
      assert.match(rule.id, /^[a-z]+(-[a-z]+)*$/);
      for (const text of [rule.sentence, rule.reason, rule.remediation]) assert.match(text, /\.$/);
      assert.match(rule.reference, /^https:\/\/learn\.microsoft\.com\//);
    }
  });

  it("connector-document: finds what the document lets through", () => {
    const path = 'connector properties.swagger.paths["/secrets/{secret-name}"]';
    const put = [...connector, "swagger", "paths", "/secrets/{secret-name}"] as const;
    assert.deepEqual(
      found((stack) => {
        at(stack, ...put).delete = { responses: {} };
      }),
      [`connector-document ${path}.delete`],
    );
    assert.deepEqual(
      found((stack) => {
        at(stack, ...connector, "backendService").serviceUrl = "http://prod.logic.azure.com/x";
      }),
      ["connector-document connector properties.backendService.serviceUrl"],
    );
    assert.deepEqual(
      found((stack) => {
        delete at(stack, ...connector, "swagger", "definitions", "SecretSetParameters", "properties", "value").format;
      }),
      [`connector-document ${path}.put.parameters`],
    );
  });

  it("written-secret-names: finds a name that nothing limits, and lists that do not agree", () => {
    assert.deepEqual(
      found((stack) => {
        at(stack, ...relay, "definition", "actions", "Name_is_allowed").expression = { equals: [1, 1] };
      }),
      ["written-secret-names relay definition.actions.Name_is_allowed.actions.Set_secret"],
    );
    assert.deepEqual(
      found((stack) => {
        at(stack, ...write, "inputs").uri = "@{parameters('vaultUri')}/secrets/@{triggerBody()['name']}";
      }),
      ["written-secret-names relay definition.actions.Name_is_allowed.actions.Set_secret"],
    );
    assert.deepEqual(
      found((stack) => {
        at(stack, ...relay, "parameters", "allowedSecretNames").value = ["salesforce-token", "other"];
      }),
      ["written-secret-names connector properties.swagger"],
    );
    const byConnector = ourStack(waysToWrite).resources.find(({ urn }) => urn.endsWith("instance URL none, write 2"));
    assert.deepEqual(
      found((stack) => {
        const workflow = stack.resources.find(({ urn }) => urn === byConnector?.urn);
        at(
          workflow,
          "properties",
          "definition",
          "actions",
          "Answer_is_a_token",
          "actions",
          "Set_secret",
          "inputs",
        ).path = "/secrets/@{encodeURIComponent('other')}";
      }),
      [`written-secret-names ${byConnector?.urn ?? ""} definition.actions.Answer_is_a_token.actions.Set_secret`],
    );
    const allowed = { "written-secret-names": { allowedSecretNames: ["Salesforce-*"] } };
    assert.deepEqual(
      evaluateRules(ourStack(), allowed).findings.every(
        ({ urn }) => urn.includes("grant 2") || urn.includes("grant 3"),
      ),
      true,
    );
  });

  it("hidden-tokens: finds a secret that shows", () => {
    for (const [properties, paths] of [
      [[], ["inputs.body", "outputs"]],
      [["inputs"], ["outputs"]],
      [["outputs"], ["inputs.body"]],
    ] as const) {
      assert.deepEqual(
        found((stack) => {
          at(stack, ...write).runtimeConfiguration = { secureData: { properties } };
        }),
        paths.map((path) => `hidden-tokens relay definition.actions.Name_is_allowed.actions.Set_secret.${path}`),
      );
    }
    assert.deepEqual(
      found((stack) => {
        delete at(stack, ...relay, "definition", "triggers", "manual").runtimeConfiguration;
      }),
      ["hidden-tokens relay definition.triggers.manual.outputs"],
    );
    assert.deepEqual(
      found((stack) => {
        at(stack, ...relay, "definition", "actions", "Name_is_allowed", "actions", "Answer", "inputs").body =
          "@body('Set_secret')";
      }),
      ["hidden-tokens relay definition.actions.Name_is_allowed.actions.Answer.inputs.body"],
    );
    assert.deepEqual(
      found((stack) => {
        delete at(stack, ...refreshActions, "Request_token").runtimeConfiguration;
      }),
      ["inputs.body", "outputs"].map((path) => `hidden-tokens ${refreshUrn} definition.actions.Request_token.${path}`),
    );
    assert.deepEqual(
      found((stack) => {
        at(stack, ...refresh, "properties").definition = "{";
      }),
      [`hidden-tokens ${refreshUrn} definition`],
    );
  });

  it("no-credentials: finds literal credentials wherever they stand", () => {
    const request = [...refreshActions, "Request_token", "inputs"] as const;
    const inRequest = `no-credentials ${refreshUrn} definition.actions.Request_token.inputs`;
    assert.deepEqual(
      found((stack) => {
        at(stack, ...request).authentication = { type: "Basic", username: "u", password: "swordfish" };
      }),
      [`${inRequest}.authentication.password`],
    );
    assert.deepEqual(
      found((stack) => {
        at(stack, ...request).headers = { Authorization: "Bearer q7Zk29xLmP04vTwY8bNc" };
      }),
      [`${inRequest}.headers.Authorization`],
    );
    assert.deepEqual(
      found((stack) => {
        at(stack, ...request).body = "grant_type=client_credentials&client_secret=swordfish";
      }),
      [`${inRequest}.body`],
    );
    assert.deepEqual(
      found((stack) => {
        at(stack, ...refresh, "properties", "parameters").plain = { value: "q7Zk29xLmP04vTwY8bNc" };
      }),
      [`no-credentials ${refreshUrn} parameters.plain`],
    );
    assert.deepEqual(
      found((stack) => {
        at(stack, "resources", 2, "propertyDependencies").properties = ["connector"];
      }),
      ["no-credentials connection properties.parameterValues.api_key"],
    );
    assert.deepEqual(
      found((stack) => {
        at(stack, ...connector, "connectionParameters").oauth = { oAuthSettings: { clientSecret: "swordfish" } };
      }),
      ["no-credentials connector properties.connectionParameters.oauth.oAuthSettings.clientSecret"],
    );
  });

  it("secure-parameters: finds credentials in parameters that are not secure, and secure ones with a default", () => {
    const declare = (name: string, declaration: object) => (stack: unknown) => {
      at(stack, ...refresh, "properties", "definition", "parameters")[name] = declaration;
    };
    const path = `secure-parameters ${refreshUrn} definition.parameters`;
    assert.deepEqual(found(declare("clientSecret", { type: "String" })), [`${path}.clientSecret`]);
    assert.deepEqual(found(declare("x", { type: "SecureString", defaultValue: "" })), [`${path}.x`]);
    assert.deepEqual(found(declare("clientSecret", { type: "securestring" })), []);
    assert.deepEqual(found(declare("secretName", { type: "String", defaultValue: "a" })), []);
    assert.deepEqual(
      found((stack) => {
        declare("x", { type: "String" })(stack);
        at(stack, ...refreshActions, "Request_token", "inputs").headers = {
          Authorization: "Bearer @{parameters('X')}",
        };
      }),
      [`${path}.x`],
    );
  });

  it("https-and-audience: finds what goes in the clear, or with a token that is not for there", () => {
    const get = [...refreshActions, "Get_client_secret", "inputs"] as const;
    assert.deepEqual(
      found((stack) => {
        at(stack, ...get, "authentication").audience = "https://vault.azure.net/";
      }),
      [`https-and-audience ${refreshUrn} definition.actions.Get_client_secret.inputs.authentication.audience`],
    );
    assert.deepEqual(
      found((stack) => {
        at(stack, ...refreshActions, "Request_token", "inputs").uri = "http://login.example.com/token";
      }),
      [`https-and-audience ${refreshUrn} definition.actions.Request_token.inputs.uri`],
    );
    assert.deepEqual(
      found((stack) => {
        at(stack, ...connector).swagger = { schemes: ["http"], paths: { "/a": { get: {} } } };
      }),
      ["https-and-audience connector properties.swagger.schemes"],
    );
  });
});
