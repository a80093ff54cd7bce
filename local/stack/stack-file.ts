import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parse } from "yaml";
import { asObject, isObject } from "../../definition/json";

/** A stack file that cannot be used; the message is for the user. */
export class StackFileError extends Error {
  constructor(file: string, problem: string) {
    super(`--config ${file}: ${problem}`);
    this.name = "StackFileError";
  }
}

/**
 * Reads the configuration of a stack file, such as `Pulumi.dev.yaml`.
 *
 * @returns values by full key (`project:key`), as the engine hands them to a program: objects and lists as JSON
 * @throws StackFileError if the file cannot be read, is not a stack file, or holds an encrypted value of this project
 */
export async function readStackFile(file: string, project: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    const code = asObject(error).code === "ENOENT" ? "there is no such file" : "the file cannot be read";
    throw new StackFileError(file, `${code}. Give the path of a stack file, such as Pulumi.dev.yaml.`);
  });
  const config = parseConfig(text, file);
  const encrypted = Object.entries(config)
    .filter(([key, value]) => key.startsWith(`${project}:`) && isObject(value) && "secure" in value)
    .map(([key]) => key);
  if (encrypted.length > 0) {
    const keys = encrypted.join(", ");
    throw new StackFileError(file, `${keys} is encrypted, and no setting is a secret. Set it without --secret.`);
  }
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

/** The name of the stack of a stack file: `dev` of `Pulumi.dev.yaml`. */
export function stackNameOf(file: string): string {
  return basename(file)
    .replace(/^Pulumi\./, "")
    .replace(/\.ya?ml$/, "");
}

function parseConfig(text: string, file: string): Readonly<Record<string, unknown>> {
  let document: unknown;
  try {
    document = parse(text);
  } catch (error) {
    // Only where: the parser's own message repeats the line.
    const line = (error as { linePos?: [{ line: number }] }).linePos?.[0].line;
    throw new StackFileError(file, `is not YAML${line === undefined ? "" : `: see line ${line}`}.`);
  }
  if (!isObject(asObject(document).config)) {
    throw new StackFileError(file, "has no 'config:'. docs/examples/stack.yaml shows what a stack file looks like.");
  }
  return asObject(asObject(document).config);
}
