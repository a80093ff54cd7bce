import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { catalogue } from "../../../policy/command-line/check";
import { readPackConfiguration } from "../../../policy/command-line/read-pack-configuration";

describe("A configuration of the pack", () => {
  let file: string;
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "pack-configuration-test-"));
    file = join(directory, "policy.json");
  });
  after(() => rm(directory, { recursive: true }));

  async function read(configuration: unknown) {
    await writeFile(file, typeof configuration === "string" ? configuration : JSON.stringify(configuration));
    return readPackConfiguration(file, catalogue);
  }

  it("may set levels, settings and exemptions", async () => {
    const configuration = {
      all: "advisory",
      "wide-scopes": "disabled",
      "excess-permissions": {
        enforcementLevel: "mandatory",
        requireSecretScope: true,
        exempt: [{ name: "relay", reason: "Moves", expires: "2027-01-31", approvedBy: "Ada" }],
      },
    };
    assert.deepEqual(await read(configuration), configuration);
  });

  const wrong: readonly (readonly [string, unknown, readonly string[]])[] = [
    [
      "a rule that there is none of",
      { "wide-scope": "advisory" },
      ["wide-scope is not a rule. Did you mean wide-scopes?"],
    ],
    [
      "a level that there is none of",
      { "wide-scopes": "warning", all: "off" },
      [
        "all is not an allowed value. Expected mandatory, advisory, disabled.",
        "wide-scopes is not an allowed value. Expected mandatory, advisory, disabled.",
      ],
    ],
    [
      "a setting that the rule has not, or of another kind",
      { "excess-permissions": { requireSecretScope: "yes", require: true } },
      [
        "excess-permissions has no setting require. docs/policy/rules.md lists those of each rule.",
        "excess-permissions.requireSecretScope must be boolean.",
      ],
    ],
    ["a list", [], ["the document must be object."]],
    ["no JSON", "{", ["it is not JSON."]],
  ];
  for (const [what, configuration, problems] of wrong) {
    it(`is refused for ${what}, with every problem`, async () => {
      const error: unknown = await read(configuration).catch((reason: unknown) => reason);
      assert.ok(error instanceof Error);
      const [heading, ...lines] = error.message.split("\n");
      assert.equal(heading, `--policy-config ${file}:`);
      const found = lines.map((line) => line.trim());
      assert.deepEqual([...found].sort(), [...problems].sort());
    });
  }
});
