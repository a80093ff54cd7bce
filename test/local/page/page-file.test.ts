import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { renderPage } from "../../../local/page";
import { checkPageFile, writePage } from "../../../local/page/page-file";
import { exampleReport } from "../report/example-report";

describe("The file of a page", () => {
  let folder: string;
  const at = (...names: readonly string[]): string => join(folder, ...names);
  const problemOf = async (file: string): Promise<string> => {
    const error = await checkPageFile(file).then(
      () => undefined,
      (problem: unknown) => problem,
    );
    if (error === undefined) return "none";
    assert.ok(error instanceof Error);
    assert.equal(error.name, "PageFileError");
    return error.message.replaceAll(folder, "…");
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "page-file-test-"));
  });
  after(() => rm(folder, { recursive: true }));

  it("is a new one, an empty one, or an earlier page, which is replaced", async () => {
    const page = renderPage(exampleReport);
    assert.equal(await problemOf(at("new.html")), "none");
    await writeFile(at("empty.html"), "");
    assert.equal(await problemOf(at("empty.html")), "none");
    await writePage(at("earlier.html"), `${page} and more`);
    assert.equal(await problemOf(at("earlier.html")), "none");
    await symlink(at("earlier.html"), at("link.html"));
    assert.equal(await problemOf(at("link.html")), "none");
    await writePage(at("earlier.html"), page);
    assert.equal(await readFile(at("earlier.html"), "utf8"), page);
  });

  it("is no other file, which stays as it is", async () => {
    await writeFile(at("thesis.html"), "<!doctype html><title>Mine</title>");
    const message =
      "--report …/thesis.html: it is there already, and is not a page that this option wrote. Give a new file, or remove this one.";
    assert.equal(await problemOf(at("thesis.html")), message);
    assert.equal(await readFile(at("thesis.html"), "utf8"), "<!doctype html><title>Mine</title>");
  });

  it("is in a folder that is there, and has a name", async () => {
    await writeFile(at("file"), "");
    assert.deepEqual(
      await Promise.all([at("none", "a.html"), folder, at("file", "a.html"), "", "/dev/null"].map(problemOf)),
      [
        "--report …/none/a.html: there is no folder …/none. Create it, or give a file in another folder.",
        "--report …: it is a folder. Give a file in it, such as report.html.",
        "--report …/file/a.html: a part of its path is a file. Give a file in a folder.",
        '--report "": it has no name. Give a file, such as report.html.',
        "--report /dev/null: it is not a regular file. Give a new file.",
      ],
    );
  });

  it("can be written to", async () => {
    await mkdir(at("closed"));
    await writeFile(at("closed", "page.html"), "");
    await chmod(at("closed", "page.html"), 0o444);
    await chmod(at("closed"), 0o555);
    const seen = await Promise.all([at("closed", "new.html"), at("closed", "page.html")].map(problemOf));
    // Root may write everywhere.
    const isRoot = process.getuid?.() === 0;
    const refusals = [
      "--report …/closed/new.html: the folder …/closed cannot be written to. Give a file in another folder.",
      "--report …/closed/page.html: it cannot be written to. Give another file, or make it writable.",
    ];
    assert.deepEqual(seen, isRoot ? ["none", "none"] : refusals);
  });
});
