import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { readTemplate } from "../../../policy/inputs";
import { exampleTemplate } from "./example-template";

const planted = "Pl4nted-S3cret-Value-9f86d081884c7d65";

describe("A template", () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "template-test-"));
  });
  after(() => rm(directory, { recursive: true }));

  async function fileOf(name: string, content: unknown): Promise<string> {
    const file = join(directory, name);
    await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
    return file;
  }

  describe("is refused", () => {
    async function problemOf(name: string, content: unknown, parameters?: readonly [string, unknown]): Promise<string> {
      const file = await fileOf(name, content);
      const given = parameters === undefined ? undefined : await fileOf(...parameters);
      const error: unknown = await readTemplate(file, given).catch((reason: unknown) => reason);
      assert.ok(error instanceof Error && error.name === "InputError", String(error));
      assert.ok(!error.message.includes(planted));
      return error.message.replaceAll(`${directory}/`, "");
    }
    const fix = "Give an ARM template, such as bicep build writes.";
    const schema = "https://schema.management.azure.com/schemas/2015-01-01/deploymentParameters.json#";

    it("where it is something else, with what to give", async () => {
      assert.deepEqual(
        [
          await problemOf("a.json", `{ "resources": [\n ${planted} ] }`),
          await problemOf("a.json", {}),
          await problemOf("a.json", []),
          await problemOf("a.json", ""),
          await problemOf("a.json", { resources: [] }),
          await problemOf("a.json", { $schema: schema, parameters: {} }),
          await problemOf("main.bicep", "param x string"),
          await problemOf("a.json", "[".repeat(100_000)),
        ],
        [
          `--template a.json: it is not JSON, from line 2 on. ${fix}`,
          `--template a.json: it is not a template: it has no resources. ${fix}`,
          `--template a.json: it is not a template: it has no resources. ${fix}`,
          `--template a.json: it is not JSON, from line 1 on. ${fix}`,
          "--template a.json: the template deploys no resources to check.",
          "--template a.json: it is a parameters file. Give it as --parameters, and the template as --template.",
          "--template main.bicep: it is Bicep. Run: bicep build main.bicep, and give the JSON file that it writes.",
          "--template a.json: it nests too deeply.",
        ],
      );
    });

    it("where its parameters file is wrong, with everything that is", async () => {
      const template = exampleTemplate();
      const shape = 'Give a parameters file: { "parameters": { "name": { "value": … } } }.';
      assert.deepEqual(
        [
          await problemOf("a.json", template, ["p.json", { logicAppName: planted, other: { value: 1 } }]),
          await problemOf("a.json", template, ["p.json", []]),
          await problemOf("a.json", template, ["p.bicepparam", "using 'main.bicep'"]),
        ],
        [
          `--parameters p.json: "logicAppName" has no "value" and no "reference"; the template has no parameter "other". ${shape}`,
          `--parameters p.json: it is not a JSON object. ${shape}`,
          "--parameters p.bicepparam: it is Bicep. Run: bicep build-params p.bicepparam, and give the JSON file that it writes.",
        ],
      );
    });
  });
});
