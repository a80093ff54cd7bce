import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import GithubSlugger from "github-slugger";
import { describe, it } from "mocha";

const root = join(__dirname, "..");

function markdownFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules" || entry.name === ".git") return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownFiles(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

const pages = new Map(markdownFiles(root).map((file) => [file, readFileSync(file, "utf8")]));
const withoutCode = (text: string) => text.replace(/```[^]*?```/g, "");

function anchorsOf(page: string): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  const titles = [...withoutCode(page).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) => title);
  return new Set(titles.map((title) => slugger.slug(title.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/`/g, ""))));
}

/** Links of a page that lead to no file of the repository, or to no heading of one. */
function brokenLinks(file: string, text: string): readonly string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = ""]) => {
    if (/^[a-z]+:/.test(link)) return [];
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? file : join(dirname(file), path);
    const page = pages.get(target);
    const holds = page === undefined || anchor === undefined ? existsSync(target) : anchorsOf(page).has(anchor);
    return holds ? [] : [link];
  });
}

describe("The documents", () => {
  for (const [file, text] of pages) {
    it(`${relative(root, file)} links only to what is there`, () => {
      assert.deepEqual(brokenLinks(file, text), []);
    });
  }

  it("are short: the README at most 9 KB, a page that is written by hand at most 12 KB", () => {
    const limits = new Map([[join(root, "README.md"), 9 * 1024]]);
    const tooLong = [...pages].filter(
      ([file, text]) =>
        relative(root, file) !== "CHANGELOG.md" &&
        !/<!-- Written by/.test(text) &&
        Buffer.byteLength(text) > (limits.get(file) ?? 12 * 1024),
    );
    assert.deepEqual(
      tooLong.map(([file]) => relative(root, file)),
      [],
    );
  });

  it("have an index that lists every page of docs/", () => {
    const index = pages.get(join(root, "docs", "README.md")) ?? "";
    const unlisted = [...pages.keys()]
      .map((file) => relative(join(root, "docs"), file))
      .filter((path) => !/^\.\.|^README|^decisions|^policy\/rules\//.test(path) && !index.includes(`(${path})`));
    assert.deepEqual(unlisted, []);
  });

  it("have an index of the decisions that lists each once, by its title", () => {
    const decisions = join(root, "docs", "decisions");
    const records = [...pages].filter(([file]) => /^[^./]+\//.test(relative(decisions, file)));
    const listed = pages.get(join(decisions, "README.md"))?.match(/^- .*$/gm) ?? [];
    const titles = records.map(
      ([file, text]) => `- [${/^# (.+)/.exec(text)?.[1] ?? ""}](${relative(decisions, file)})`,
    );
    assert.deepEqual([...listed].sort(), titles.sort());
  });
});
