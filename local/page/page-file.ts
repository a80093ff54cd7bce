import { access, constants, open, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { asObject, asString } from "../../definition/json";
import { generator } from "./document";

/** A file that a page cannot be written to; the message is for the user. */
export class PageFileError extends Error {
  override readonly name = "PageFileError";

  constructor(file: string, problem: string) {
    super(`--report ${file}: ${problem}.`);
  }
}

/**
 * Checks that a page can be written to a file: its folder is there, and the file is new, empty, or an earlier page.
 *
 * @throws {PageFileError}
 */
export async function checkPageFile(file: string): Promise<void> {
  if (file === "") throw new PageFileError('""', "it has no name. Give a file, such as report.html");
  const found = await statOf(file);
  if (found === undefined) {
    await checkFolder(file);
    return;
  }
  if (found.isDirectory()) throw new PageFileError(file, "it is a folder. Give a file in it, such as report.html");
  if (!found.isFile()) throw new PageFileError(file, "it is not a regular file. Give a new file");
  await checkAccess(file, file, "it cannot be written to. Give another file, or make it writable");
  if (found.size === 0 || (await isPage(file))) return;
  throw new PageFileError(
    file,
    "it is there already, and is not a page that this option wrote. Give a new file, or remove this one",
  );
}

/** Writes a page to a file that {@link checkPageFile} passed. */
export async function writePage(file: string, page: string): Promise<void> {
  await writeFile(file, page);
}

async function statOf(file: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  try {
    return await stat(file);
  } catch (error) {
    const code = asString(asObject(error).code);
    if (code === "ENOENT") return undefined;
    if (code === "ENOTDIR") throw new PageFileError(file, "a part of its path is a file. Give a file in a folder");
    if (code === "EACCES")
      throw new PageFileError(file, "its folder cannot be searched. Give a file in another folder");
    throw new PageFileError(file, `it cannot be looked at (${code}). Give another file`);
  }
}

async function checkFolder(file: string): Promise<void> {
  const folder = dirname(file);
  if ((await statOf(folder)) === undefined) {
    throw new PageFileError(file, `there is no folder ${folder}. Create it, or give a file in another folder`);
  }
  await checkAccess(file, folder, `the folder ${folder} cannot be written to. Give a file in another folder`);
}

async function checkAccess(file: string, place: string, problem: string): Promise<void> {
  try {
    await access(place, constants.W_OK);
  } catch {
    throw new PageFileError(file, problem);
  }
}

/** Looks for the sign of our pages, near the start of the file. */
async function isPage(file: string): Promise<boolean> {
  const opened = await open(file);
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.toString("utf8", 0, bytesRead).includes(`<meta name="generator" content="${generator} `);
  } finally {
    await opened.close();
  }
}
