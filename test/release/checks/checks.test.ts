import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "mocha";
import { checkContents } from "../../../release/checks/contents";
import { checkLeaks } from "../../../release/checks/leaks";
import { checkLicences } from "../../../release/checks/licences";
import { checkVersion } from "../../../release/checks/versions";
import type { PackedPackage } from "../../../release/pack-package";

const files = {
  "package.json": "{}",
  "README.md": "# Package\n",
  LICENSE: "MIT License",
  "dist/index.js": "// access/vault.ts\nvar vault = {};\n",
  "dist/index.d.ts": "export {};\n",
  "dist/third-party-notices.txt": "zod 4.0.0 (MIT)\n",
};

describe("The checks before a release", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "release-checks-"));
  });
  after(() => rm(folder, { recursive: true }));

  let count = 0;
  /** A package with these files, some of them changed. */
  async function packed(change: Readonly<Record<string, string>> = {}): Promise<PackedPackage> {
    const own = join(folder, String((count += 1)));
    const all = { ...files, ...change };
    for (const [path, text] of Object.entries(all)) {
      await mkdir(dirname(join(own, path)), { recursive: true });
      await writeFile(join(own, path), text);
    }
    const sizes = Object.entries(all).map(([path, text]) => ({ path, size: text.length }));
    return { archive: "", manifest: { version: "1.0.0" }, files: sizes, folder: own, bundled: [] };
  }
  const limits = { largestSize: 1, types: "library/index.ts" };

  it("pass a package that has what it needs", async () => {
    const fine = await packed();
    assert.deepEqual((await checkContents(fine, limits)).problems, []);
    assert.deepEqual((await checkLeaks(fine, "/repository")).problems, []);
  });

  it("find files that a package may not have, and those that it must", async () => {
    const one = await packed({
      "dist/index.js.map": "{}",
      "test/index.test.js": "",
      "dist/emulator.js": "// emulator/index.ts\n",
    });
    const without = { ...one, files: one.files.filter(({ path }) => path !== "dist/index.d.ts") };
    assert.deepEqual((await checkContents(without, limits)).problems, [
      "dist/index.js.map is not a file that a package may have.",
      "test/index.test.js is not a file that a package may have.",
      "dist/index.d.ts is missing.",
      "dist/emulator.js contains code of emulator/, which is for this repository alone.",
    ]);
  });

  it("find a package that is larger than expected", async () => {
    const large = await packed({ "dist/index.js": "x".repeat(3_000) });
    assert.deepEqual((await checkContents(large, limits)).problems, [
      "The files have 3 KB. At most 1 KB are expected.",
    ]);
  });

  for (const [what, line] of [
    [
      "what looks like the signature of a shared access signature",
      "const url = 'https://a.example/?sig=Q2FuYXJ5LVZhbHVlLTEyMzQ1';",
    ],
    ["what looks like a token of npm", `const token = "npm_${"a1".repeat(18)}";`],
    ["what looks like a private key", "-----BEGIN PRIVATE KEY-----"],
    ["a value that a test planted", 'const value = "Pl4nted-S3cret-Value";'],
    ["a path of a machine", `// ${join(homedir(), "work", "index.ts")}`],
    ["a path of a machine", "// C:\\Users\\someone\\index.ts"],
    ["a path of a machine", "// /repository/access/vault.ts"],
    ["a reference to a source map", "//# sourceMappingURL=index.js.map"],
  ] as const) {
    it(`find ${what}: ${line.slice(0, 24)}`, async () => {
      const { problems } = await checkLeaks(await packed({ "dist/index.js": `var a;\n${line}\n` }), "/repository");
      assert.deepEqual(problems, [`dist/index.js:2 contains ${what}.`]);
      assert.ok(!problems.join("").includes("Q2FuYXJ5"));
    });
  }

  it("find licences that are not on the list, within the package and among what npm installs with it", async () => {
    const repository = join(folder, "repository");
    for (const [name, manifest] of [
      ["fine", { version: "1.0.0", license: "(MIT OR GPL-3.0-only)", dependencies: { inner: "1" } }],
      ["inner", { version: "2.0.0", license: "GPL-3.0-only" }],
    ] as const) {
      await mkdir(join(repository, "node_modules", name), { recursive: true });
      await writeFile(join(repository, "node_modules", name, "package.json"), JSON.stringify(manifest));
    }
    const one = {
      ...(await packed()),
      manifest: { dependencies: { fine: "1" } },
      bundled: [
        { name: "a", version: "1.0.0", licence: "MIT AND ISC", text: "MIT" },
        { name: "b", version: "1.0.0", licence: "MIT AND GPL-2.0", text: "…" },
        { name: "c", version: "1.0.0", licence: "", text: "" },
      ],
    };
    const { summary, problems } = checkLicences(one, repository);
    assert.equal(summary, "3 packages within, 2 installed with it");
    assert.deepEqual(problems, [
      "b 1.0.0 has the licence MIT AND GPL-2.0, which is not on the list.",
      "c 1.0.0 has no licence, which is not on the list.",
      "inner 2.0.0 has the licence GPL-3.0-only, which is not on the list.",
      "c 1.0.0 has no text of its licence for the notices.",
    ]);
  });

  it("find versions that differ, and one that the changelog does not have", () => {
    const dated = "## [Unreleased]\n\n## [1.0.0] - 2026-12-01\n";
    const announced = "## [Unreleased]\n\nWhat is to be 1.0.0.\n";
    const check = (version: string, changelog: string) =>
      checkVersion({ manifest: { version: "1.0.0" } }, version, changelog);
    assert.deepEqual(check("1.0.0", dated), {
      check: "version",
      summary: "1.0.0, dated in the changelog",
      problems: [],
    });
    assert.deepEqual(check("1.0.0", announced).problems, []);
    assert.equal(check("1.0.0", announced).summary, "1.0.0, not dated in the changelog yet");
    assert.deepEqual(check("1.0.1", announced).problems, [
      "package.json has the version 1.0.0. Expected 1.0.1, that of the project.",
      'CHANGELOG.md has no section "## [1.0.1] - <date>", and Unreleased is not to be 1.0.1.',
    ]);
  });
});
