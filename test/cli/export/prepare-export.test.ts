import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { prepareExport, type ExportRequest, type PreparedExport } from "../../../cli/export/prepare-export";
import { targets } from "../../../cli/export/targets";
import { asList, asObject, type JsonObject } from "../../../definition/json";
import { mapJson } from "../../../definition/map-json";
import { searchForSecrets } from "../../../local/leak-search";

/** `pulumi stack export --show-secrets` of a stack that Pulumi's engine deployed, with its key in plain text. */
const state = JSON.parse(readFileSync("test/example-stack/state.json", "utf8")) as JsonObject;
const key = "relay-key-of-the-emulator";
const icon = new Uint8Array();

const exportOf = (changes: Partial<ExportRequest> = {}): PreparedExport =>
  prepareExport({ target: "openapi", state, icon, ...changes });

/** The state with other resources. */
function stateOf(change: (resources: readonly JsonObject[]) => readonly unknown[]): unknown {
  const deployment = asObject(state.deployment);
  return { ...state, deployment: { ...deployment, resources: change(asList(deployment.resources).map(asObject)) } };
}
const ofConnector = ({ urn }: JsonObject): boolean => String(urn).endsWith("web:CustomApi::set-secret");

/** The state with other properties of the connector's document. */
function withDocument(changes: JsonObject): unknown {
  return stateOf((resources) =>
    resources.map((resource) => {
      if (!ofConnector(resource)) return resource;
      const inputs = asObject(resource.inputs);
      const properties = asObject(inputs.properties);
      const swagger = { ...asObject(properties.swagger), ...changes };
      return { ...resource, inputs: { ...inputs, properties: { ...properties, swagger } } };
    }),
  );
}

/** A secret as a state marks it. */
const secret = (content: JsonObject): JsonObject => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ...content,
});
const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The connector's part of the state again, with other names. */
function twice(resources: readonly JsonObject[]): readonly unknown[] {
  const isPart = ({ urn, type }: JsonObject): boolean =>
    ofConnector({ urn }) || String(type).endsWith(":SetSecretConnector");
  const text = JSON.stringify(resources.filter(isPart)).replaceAll("::set-secret", "::other-secrets");
  return [...resources, ...(JSON.parse(text) as unknown[])];
}

describe("An export of a stack's state", () => {
  for (const target of targets) {
    it(`for ${target} has its files, and no secret of the state in any encoding`, () => {
      const { stack, files, problems } = exportOf({ target });
      assert.deepEqual([stack, problems], ["logicapp-keyvault-secrets/engine", []]);
      assert.ok(files.length > 0);
      const places = files.map(({ path, content }) => ({ name: path, content: Buffer.from(content).toString() }));
      assert.deepEqual(searchForSecrets({ secrets: [key], places }), []);
    });

    it(`for ${target} is the same each time`, () => {
      assert.deepEqual(exportOf({ target }), exportOf({ target }));
    });
  }

  it("warns of the secrets that the state shows, and of callers that the relay refuses", () => {
    assert.deepEqual(exportOf().notes, [
      "The relay accepts calls from 203.0.113.0/24 only. Add the addresses of its new callers to allowedCallerIpRanges.",
      "The state shows 1 secret in plain text. Delete the file.",
    ]);
  });

  it("has nothing to warn of with an encrypted state and an open relay", () => {
    const encrypted = mapJson(state, (part) => {
      const { plaintext, accessControl, ...others } = asObject(part);
      if (plaintext !== undefined) return { ...others, ciphertext: "v1:abc" };
      return accessControl === undefined ? part : others;
    });
    assert.deepEqual(exportOf({ state: encrypted }).notes, []);
  });

  it("chooses a connector by its name in the program", () => {
    const two = stateOf(twice);
    assert.deepEqual(exportOf({ state: two, connector: "set-secret" }).problems, []);
    assert.deepEqual(exportOf({ state: two }).problems, [
      "it has 2 connectors. Choose one with --connector: other-secrets or set-secret.",
    ]);
    assert.deepEqual(exportOf({ state: two, connector: "set-secert" }).problems, [
      "it has no connector 'set-secert', which --connector names. Expected other-secrets or set-secret.",
    ]);
  });

  const onlyStack = stateOf((resources) => resources.slice(0, 1));
  const cases: readonly (readonly [what: string, changes: Partial<ExportRequest>, problems: readonly string[]])[] = [
    ["no state", { state: {} }, ["it is not an exported stack. Write it with: npx pulumi stack export --file FILE"]],
    [
      "a plan",
      { state: { manifest: {}, resourcePlans: {} } },
      [
        "it is the plan of a preview, and nothing in it is deployed. Deploy the stack first: npx pulumi up. " +
          "Write it with: npx pulumi stack export --file FILE",
      ],
    ],
    [
      "a preview as JSON",
      { state: { steps: [] } },
      [
        "it is the plan of a preview, and nothing in it is deployed. Deploy the stack first: npx pulumi up. " +
          "Write it with: npx pulumi stack export --file FILE",
      ],
    ],
    [
      "an empty stack",
      { state: { version: 3, deployment: { resources: [] } } },
      ["it has no resources. Deploy the stack first: npx pulumi up."],
    ],
    [
      "an interrupted deployment",
      {
        state: { ...state, deployment: { ...asObject(state.deployment), pending_operations: [{ type: "creating" }] } },
      },
      ["its last deployment was interrupted, and left operations pending. Finish it first: npx pulumi up."],
    ],
    [
      "a stack of another project",
      { state: JSON.parse(JSON.stringify(onlyStack).replaceAll("logicapp-keyvault-secrets", "shop")) as unknown },
      ["the stack engine of the project shop has no Set secret connector. Give the state of a stack of this project."],
    ],
    [
      "a stack of another project, for Standard",
      { target: "standard", state: onlyStack },
      ["the stack engine of the project logicapp-keyvault-secrets has no refresh of a token to export."],
    ],
    [
      "a stack without a connector",
      { state: stateOf((resources) => resources.filter(({ urn }) => !String(urn).includes(":SetSecretConnector"))) },
      [
        "the stack engine has no Set secret connector: each of its tokens has the writePath http, and allowedSecretNames " +
          "is empty. Set allowedSecretNames, deploy, and export again.",
      ],
    ],
    [
      "a connector that is not deployed yet",
      { state: stateOf((resources) => resources.filter((resource) => !ofConnector(resource))) },
      ["the connector set-secret is not deployed yet. Deploy the stack first: npx pulumi up --stack engine"],
    ],
    [
      "a connector that is about to be deleted",
      {
        state: stateOf((resources) =>
          resources.map((resource) => (ofConnector(resource) ? { ...resource, delete: true } : resource)),
        ),
      },
      ["the connector set-secret is not deployed yet. Deploy the stack first: npx pulumi up --stack engine"],
    ],
    [
      "a host that is encrypted, and a base path that is a secret in plain text",
      {
        state: withDocument({
          host: secret({ ciphertext: "v1:abc" }),
          basePath: secret({ plaintext: '"/workflows"' }),
        }),
      },
      [
        "set-secret: secret in the state: swagger.basePath and 1 more. " +
          "Deploy the stack with this version of the program, and export it again.",
      ],
    ],
    [
      "a document that is encrypted as a whole",
      {
        state: stateOf((resources) =>
          resources.map((resource) =>
            ofConnector(resource)
              ? { ...resource, inputs: { properties: secret({ ciphertext: "v1:abc" }) } }
              : resource,
          ),
        ),
      },
      [
        "set-secret: secret in the state: swagger. " +
          "Deploy the stack with this version of the program, and export it again.",
      ],
    ],
    [
      "a document that the local run hides",
      { state: withDocument({ paths: "[secret]" }) },
      [
        "set-secret: secret in the state: swagger.paths. " +
          "Deploy the stack with this version of the program, and export it again.",
      ],
    ],
    [
      "a host that is known after the deployment only, beside one that is encrypted",
      { state: withDocument({ host: unknownValue, basePath: secret({ ciphertext: "v1:abc" }) }) },
      [
        "set-secret: secret in the state: swagger.basePath. " +
          "Deploy the stack with this version of the program, and export it again.",
        "set-secret: not known before deployment: swagger.host. Deploy the stack first: npx pulumi up.",
      ],
    ],
    [
      "a document without the address of a relay",
      { state: withDocument({ host: "", basePath: "/" }) },
      ["host", "basePath"].map(
        (part) =>
          `the connector set-secret: its document has no ${part} of a relay. ` +
          "Deploy the stack with this version of the program, and export it again.",
      ),
    ],
    ...[key, Buffer.from(key).toString("base64"), encodeURIComponent(`?sig=${key}`)].map(
      (form) =>
        [
          `a document with the key as ${form}`,
          { state: withDocument({ tags: [{ name: form }] }) },
          [
            "apiDefinition.swagger.json would have a secret of the state in it. Export the stack without --show-secrets.",
          ],
        ] as const,
    ),
    [
      "a definition that is encrypted, for Standard",
      {
        target: "standard",
        state: stateOf((resources) =>
          resources.map((resource) =>
            String(resource.urn).endsWith("logic:Workflow::refresh-example-token")
              ? { ...resource, inputs: { ...asObject(resource.inputs), definition: secret({ ciphertext: "v1:abc" }) } }
              : resource,
          ),
        ),
      },
      [
        "refresh-example-token: secret in the state: definition. " +
          "Deploy the stack with this version of the program, and export it again.",
      ],
    ],
  ];
  for (const [what, changes, problems] of cases) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(exportOf(changes).problems, problems);
      assert.deepEqual(exportOf(changes).files, []);
      assert.doesNotMatch(exportOf(changes).problems.join(), new RegExp(key));
    });
  }
});
