import { appendFile, cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { programSources } from "./program-sources";

/** A copy of the program that a test may edit, with this project's packages. */
export interface ProgramCopy {
  readonly directory: string;
  /** Replaces a text in a source, which must be there. */
  replace(file: string, text: string, replacement: string): Promise<void>;
  /** Makes a source register one more resource, when it is loaded: a component `test:edit:Edit` of this name. */
  registerAlso(file: string, name: string): Promise<void>;
  remove(): Promise<void>;
}

/** Copies the program's sources, and nothing else of this project, into a temporary folder. */
export async function copyProgram(): Promise<ProgramCopy> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), "program-")));
  const folders = [...programSources().keys()].filter((folder) => folder !== ".");
  const files = ["Pulumi.yaml", "index.ts", "package.json", "tsconfig.json"];
  await Promise.all(
    [...new Set([...folders, "language-host"]), ...files].map((path) =>
      cp(path, join(directory, path), { recursive: true }),
    ),
  );
  await symlink(resolve("node_modules"), join(directory, "node_modules"), "dir");
  return {
    directory,
    async replace(file, text, replacement) {
      const path = join(directory, file);
      const source = await readFile(path, "utf8");
      if (!source.includes(text)) throw new Error(`${file} has no ${JSON.stringify(text)}.`);
      await writeFile(
        path,
        source.replace(text, () => replacement),
      );
    },
    registerAlso: (file, name) =>
      appendFile(
        join(directory, file),
        `\nimport * as edit from "@pulumi/pulumi";\nnew edit.ComponentResource("test:edit:Edit", ${JSON.stringify(name)});\n`,
      ),
    remove: () => rm(directory, { recursive: true }),
  };
}
