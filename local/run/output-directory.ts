import { access, constants, mkdir, readdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { asObject, asString } from "../../definition/json";

/** A directory that nothing can be written to; the message is for the user. */
export class OutputDirectoryError extends Error {
  override readonly name = "OutputDirectoryError";

  /** @param option such as `--record` */
  constructor(option: string, directory: string, problem: string) {
    super(`${option} ${directory}: ${problem}. Give a new or an empty directory.`);
  }
}

/**
 * Checks that a directory is empty and can be written to, or can be created. Creates nothing.
 *
 * @returns what is wrong, such as "it has files in it already"
 */
export async function findDirectoryProblem(directory: string): Promise<string | undefined> {
  try {
    if ((await readdir(directory)).length > 0) return "it has files in it already";
    await access(directory, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (!isMissing(error)) return describeDirectoryProblem(error);
    const parent = await nearestParent(resolve(directory));
    return access(parent, constants.W_OK | constants.X_OK).then(() => undefined, describeDirectoryProblem);
  }
}

/**
 * Creates the directory where it is missing, and checks that it is empty and can be written to.
 *
 * @param option that it was given with
 * @throws {OutputDirectoryError}
 */
export async function prepareOutputDirectory(option: string, directory: string): Promise<void> {
  const problem =
    (await findDirectoryProblem(directory)) ??
    (await mkdir(directory, { recursive: true }).then(() => undefined, describeDirectoryProblem));
  if (problem !== undefined) throw new OutputDirectoryError(option, directory, problem);
}

/** Describes an error of the file system, such as "it cannot be written to". */
export function describeDirectoryProblem(error: unknown): string {
  const code = asString(asObject(error).code);
  if (code === "EEXIST" || code === "ENOTDIR") return "it is a file, or below one";
  return code === "EACCES" || code === "EPERM" || code === "EROFS" ? "it cannot be written to" : `it failed (${code})`;
}

/** The nearest directory above that exists; the root always does. */
async function nearestParent(directory: string): Promise<string> {
  const parent = dirname(directory);
  return access(parent).then(
    () => parent,
    () => nearestParent(parent),
  );
}

function isMissing(error: unknown): boolean {
  return asObject(error).code === "ENOENT";
}
