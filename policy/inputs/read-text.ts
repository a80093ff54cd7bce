import { readFile } from "node:fs/promises";
import { asObject, decodeText } from "../../definition";
import { InputError } from "./input-error";

/** Reads a text, in UTF-8, or in UTF-16 with a byte-order mark. @throws InputError if the file cannot be read */
export async function readText(option: string, file: string): Promise<string> {
  const content = await readFile(file).catch((error: unknown) => {
    throw new InputError(option, file, problems.get(asObject(error).code) ?? "the file cannot be read.");
  });
  return decodeText(content);
}

const problems: ReadonlyMap<unknown, string> = new Map([
  ["ENOENT", "there is no such file."],
  ["EISDIR", "it is a folder. Give a file."],
]);

/**
 * Parses JSON, of which no error shows any.
 *
 * @param place such as "it" or "its line 7"
 * @throws InputError if it is not JSON
 */
export function parseJson(option: string, file: string, text: string, place: string, fix: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InputError(option, file, `${place} is not JSON. ${fix}`);
  }
}
