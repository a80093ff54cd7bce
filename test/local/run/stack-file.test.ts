import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { readStackFile, StackFileError } from "../../../local/stack/stack-file";

describe("readStackFile", () => {
  let directory: string;
  let file: string;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "stack-file-"));
    file = join(directory, "Pulumi.test.yaml");
  });
  after(() => rm(directory, { recursive: true }));

  const read = async (text: string): Promise<Readonly<Record<string, string>>> => {
    await writeFile(file, text);
    return readStackFile(file, "project");
  };
  /** The message that a user sees, without the option and the file. */
  const problem = async (text: string): Promise<string> => {
    const error: unknown = await read(text).catch((reason: unknown) => reason);
    assert.ok(error instanceof StackFileError, String(error));
    assert.ok(error.message.startsWith(`--config ${file}: `), error.message);
    return error.message.slice(`--config ${file}: `.length);
  };

  it("gives values as the engine does: lists and objects as JSON", async () => {
    const text = `
config:
  azure-native:location: westeurope
  project:tokens:
    - secretName: token
      intervalMinutes: 30
  project:softDeleteRetentionDays: 30
  project:tags: { owner: me }
  project:flag: true
`;
    assert.deepEqual(await read(text), {
      "azure-native:location": "westeurope",
      "project:tokens": '[{"secretName":"token","intervalMinutes":30}]',
      "project:softDeleteRetentionDays": "30",
      "project:tags": '{"owner":"me"}',
      "project:flag": "true",
    });
  });

  it("says that there is no such file", async () => {
    const missing = join(directory, "Pulumi.none.yaml");
    await assert.rejects(readStackFile(missing, "project"), {
      name: "StackFileError",
      message: `--config ${missing}: there is no such file. Give the path of a stack file, such as Pulumi.dev.yaml.`,
    });
  });

  it("says that a directory cannot be read", async () => {
    await assert.rejects(readStackFile(directory, "project"), {
      name: "StackFileError",
      message: `--config ${directory}: the file cannot be read. Give the path of a stack file, such as Pulumi.dev.yaml.`,
    });
  });

  for (const [what, text] of [
    ["no text", ""],
    ["a list", "- config"],
    ["no config", "encryptionsalt: v1:abc"],
    ["a config that is a list", "config:\n  - a"],
    ["an empty config", "config:\n"],
  ] as const) {
    it(`says what is missing in a file with ${what}`, async () => {
      const message = "has no 'config:'. docs/examples/stack.yaml shows what a stack file looks like.";
      assert.equal(await problem(text), message);
    });
  }

  it("says in which line a file is not YAML, and does not repeat the line", async () => {
    assert.equal(await problem('config:\n  project:key: "planted\n'), "is not YAML: see line 3.");
    assert.equal(await problem("config:\n  project:a: 1\n  project:a: planted\n"), "has a key twice: see line 3.");
  });

  it("names every encrypted setting", async () => {
    const text = `
config:
  project:tokens:
    secure: v1:planted
  project:vaultName:
    secure: v1:planted
`;
    const message =
      "project:tokens, project:vaultName is encrypted, and no setting is a secret. Set it without --secret.";
    assert.equal(await problem(text), message);
  });

  it("leaves alone what another project or a provider has encrypted", async () => {
    const text = "config:\n  azure-native:clientSecret:\n    secure: v1:abc\n";
    assert.deepEqual(Object.keys(await read(text)), ["azure-native:clientSecret"]);
  });
});
