import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { reportOn } from "../../../policy/command-line/check";
import { findEncryptedDefinitions, InputError, readState, parseStack } from "../../../policy/inputs";
import { isUnknown } from "../../../policy/model";

const urnOf = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;
const secret = (content: object): object => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ...content,
});
const ciphertext = secret({ ciphertext: "v1:xyz:planted" });
const workflow = (inputs: object, more: object = {}) => ({
  urn: urnOf("azure-native:logic/v20190501:Workflow", "relay"),
  custom: true,
  type: "azure-native:logic/v20190501:Workflow",
  inputs,
  ...more,
});

describe("An exported stack", () => {
  it("is its resources, by one spelling of their types, with what they are made from and where", () => {
    const { resources } = parseStack([
      { urn: urnOf("pulumi:pulumi:Stack", "shop-dev"), type: "pulumi:pulumi:Stack" },
      { urn: urnOf("pulumi:providers:azure-native", "default"), type: "pulumi:providers:azure-native" },
      workflow(
        { workflowName: "relay", identity: { type: "SystemAssigned" } },
        {
          outputs: { name: "relay1", identity: { principalId: "11" } },
          propertyDependencies: { parameters: ["vault"], definition: null },
          ignoreChanges: ["definition"],
          sourcePosition: "project:///access/granted%20workflow.ts#12,5",
        },
      ),
      workflow({}, { delete: true }),
    ]);
    assert.deepEqual(resources, [
      {
        urn: urnOf("azure-native:logic/v20190501:Workflow", "relay"),
        type: "azure-native:logic:Workflow",
        name: "relay",
        properties: {
          workflowName: "relay",
          name: "relay1",
          identity: { principalId: "11", type: "SystemAssigned" },
        },
        propertyDependencies: { parameters: ["vault"], definition: [] },
        ignoreChanges: ["definition"],
        sourcePosition: { file: "access/granted workflow.ts", line: 12 },
      },
    ]);
  });

  it("has no line in a package, or outside of the program", () => {
    for (const sourcePosition of ["project:///node_modules/x/index.ts#1", "project:///../other.ts#1", "other.ts#1"]) {
      assert.equal(parseStack([workflow({}, { sourcePosition })]).resources[0]?.sourcePosition, undefined);
    }
  });

  it("has secrets where they are in plain text, and unknown ones where they are encrypted", () => {
    const plaintext = secret({ plaintext: JSON.stringify({ value: "shown" }) });
    const { resources, plainOutputs } = parseStack([
      { urn: urnOf("pulumi:pulumi:Stack", "s"), type: "pulumi:pulumi:Stack", outputs: { a: 1, b: ciphertext } },
      workflow({ parameters: { a: plaintext, b: { value: ciphertext } } }),
    ]);
    const { a, b } = resources[0]?.properties.parameters as { a: unknown; b: { value: unknown } };
    assert.deepEqual(a, { value: "shown" });
    assert.ok(isUnknown(b.value));
    assert.equal(plainOutputs?.a, 1);
    assert.ok(isUnknown(plainOutputs.b));
  });

  it("whose definition is encrypted, whole or in part, is a mandatory finding without a value", () => {
    const places = [
      { definition: ciphertext },
      { definition: { actions: { Get: { inputs: { uri: ciphertext } } } } },
    ].map((inputs) => parseStack([workflow(inputs)]));
    for (const stack of places) {
      const { findings } = reportOn(stack);
      const own = findings.filter(({ rule }) => rule === "encrypted-definitions");
      assert.deepEqual(
        own.map(({ level, path }) => [level, path]),
        [["mandatory", "definition"]],
      );
      assert.ok(!JSON.stringify(findings).includes("planted"));
    }
    const type = "azure-native:web:CustomApi";
    const connector = { urn: urnOf(type, "set"), type, inputs: { properties: ciphertext } };
    assert.equal(findEncryptedDefinitions(parseStack([connector]))[0]?.path, "properties.swagger");
  });

  it("whose parameters alone are encrypted is not", () => {
    const stack = parseStack([workflow({ definition: { actions: {} }, parameters: { key: { value: ciphertext } } })]);
    assert.deepEqual(findEncryptedDefinitions(stack), []);
  });

  describe("in a file", () => {
    let directory: string;
    before(async () => {
      directory = await mkdtemp(join(tmpdir(), "state-test-"));
    });
    after(() => rm(directory, { recursive: true }));

    async function problemOf(content: string): Promise<string> {
      const file = join(directory, "state.json");
      await writeFile(file, content);
      const error: unknown = await readState(file).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      return error instanceof InputError ? error.message.replace(`--state ${file}: `, "") : String(error);
    }

    it("is refused where it is none, or has no resources", async () => {
      const none = "it is not an exported stack. Write it with: pulumi stack export --file FILE";
      assert.equal(await problemOf("{}"), none);
      assert.equal(await problemOf("[]"), none);
      assert.match(await problemOf('planted "'), /^it is not JSON\. Write it with/);
      const empty = { deployment: { resources: [{ urn: "urn", type: "pulumi:pulumi:Stack" }] } };
      assert.equal(await problemOf(JSON.stringify(empty)), "the stack has no resources to check.");
      const missing = join(directory, "missing.json");
      await assert.rejects(readState(missing), { message: `--state ${missing}: there is no such file.` });
    });
  });
});
