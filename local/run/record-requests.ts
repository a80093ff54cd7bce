import { access, constants, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject, asString } from "../../definition/json";
import type { RecordedRequest } from "../../emulator/resource-manager";

/** A directory that requests cannot be recorded in; the message is for the user. */
export class RecordDirectoryError extends Error {
  override readonly name = "RecordDirectoryError";

  constructor(directory: string, problem: string) {
    super(`--record ${directory}: ${problem}. Give a new or an empty directory.`);
  }
}

/**
 * Creates the directory where it is missing, and checks that it is empty and can be written to.
 *
 * @throws {RecordDirectoryError}
 */
export async function prepareRecordDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK | constants.X_OK);
    if ((await readdir(directory)).length === 0) return;
  } catch (error) {
    throw new RecordDirectoryError(directory, describeProblem(asString(asObject(error).code)));
  }
  throw new RecordDirectoryError(directory, "it has files in it already");
}

function describeProblem(code: string): string {
  if (code === "EEXIST" || code === "ENOTDIR") return "it is a file, or below one";
  return code === "EACCES" || code === "EPERM" || code === "EROFS" ? "it cannot be written to" : `it failed (${code})`;
}

/**
 * Writes each request to Azure Resource Manager to a file of its own, numbered in the order of sending.
 *
 * @param directory as {@link prepareRecordDirectory} left it
 * @returns how many files were written
 */
export async function recordRequests(directory: string, requests: readonly RecordedRequest[]): Promise<number> {
  const digits = String(requests.length).length;
  await Promise.all(
    requests.map((request, index) => {
      const number = String(index + 1).padStart(digits, "0");
      const name =
        new URL(request.url).pathname
          .split("/")
          .at(-1)
          ?.replace(/[^\w.-]/g, "_") ?? "";
      const file = join(directory, `${number}-${request.method.toLowerCase()}-${name}.json`);
      return writeFile(file, `${JSON.stringify(request, undefined, 2)}\n`);
    }),
  );
  return requests.length;
}
