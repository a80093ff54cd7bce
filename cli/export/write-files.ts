import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ExportedFile } from "../../connector/export";
import { describeDirectoryProblem, OutputDirectoryError } from "../../local/run/output-directory";

/**
 * Writes files to a directory that is empty, or that it creates. If one cannot be written, none stays.
 *
 * @param option that the directory was given with
 * @throws {OutputDirectoryError}
 */
export async function writeFiles(option: string, directory: string, files: readonly ExportedFile[]): Promise<void> {
  let created: string | undefined;
  try {
    created = await mkdir(directory, { recursive: true });
    for (const { path, content } of files) {
      const file = join(directory, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content, { flag: "wx" });
    }
  } catch (error) {
    const written = files.map(({ path }) => join(directory, path.split("/")[0] ?? path));
    for (const path of created === undefined ? written : [created]) await rm(path, { recursive: true, force: true });
    throw new OutputDirectoryError(option, directory, describeDirectoryProblem(error));
  }
}
