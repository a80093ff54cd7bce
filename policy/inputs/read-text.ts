import { readFile } from "node:fs/promises";
import { asObject } from "../../definition";
import { InputError } from "./input-error";

/** @throws InputError if the file cannot be read */
export function readText(option: string, file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: unknown) => {
    const { code } = asObject(error);
    throw new InputError(option, file, code === "ENOENT" ? "there is no such file." : "the file cannot be read.");
  });
}

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
