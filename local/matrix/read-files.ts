import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "../proofs/no-leak";

/** Reads every file of a folder. */
export async function readFiles(directory: string): Promise<readonly Place[]> {
  const names = await readdir(directory);
  return Promise.all(names.map(async (name) => ({ name, content: await readFile(join(directory, name), "utf8") })));
}
