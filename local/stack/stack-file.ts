import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parse } from "yaml";
import { decodeText } from "../../definition/decode-text";
import { asObject, isObject } from "../../definition/json";
import { stackFields } from "../../settings/fields/stack-fields";

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
  const content = await readFile(file).catch((error: unknown) => {
    const code = asObject(error).code === "ENOENT" ? "there is no such file" : "the file cannot be read";
    throw new StackFileError(file, `${code}. Give the path of a stack file, such as Pulumi.dev.yaml.`);
  });
  const config = parseConfig(decodeText(content), file);
  const problems = Object.keys(config).flatMap((key) => namespaceProblem(key, project));
  if (problems.length > 0) throw new StackFileError(file, problems.join(" "));
  const encrypted = Object.entries(config)
    .filter(
      ([key]) => key.startsWith(`${project}:`) || key === "azure-native:location" || key === "azure-native:environment",
    )
    .flatMap(([key, value]) => findEncrypted(key, value));
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
    // Pulumi's own parser takes merge keys too.
    document = parse(text, { merge: true });
  } catch (error) {
    // Only what and where: the parser's own message repeats the line.
    const { code, linePos } = error as { code?: string; linePos?: [{ line: number }] };
    const line = linePos?.[0].line;
    const what = yamlProblems.get(code) ?? "is not YAML";
    throw new StackFileError(file, `${what}${line === undefined ? "" : `: see line ${line}`}.`);
  }
  if (!isObject(asObject(document).config)) {
    throw new StackFileError(file, "has no 'config:'. docs/examples/stack.yaml shows what a stack file looks like.");
  }
  return asObject(asObject(document).config);
}

/** Mistakes by the parser's code: https://eemeli.org/yaml/#errors */
const yamlProblems: ReadonlyMap<string | undefined, string> = new Map([
  ["DUPLICATE_KEY", "has a key twice"],
  ["MULTIPLE_DOCS", "has more than one document (---), where a stack file has one"],
  ["TAB_AS_INDENT", "is indented with a tab, where YAML takes spaces only"],
]);

/** The problem of a setting whose key has no namespace, or a mistyped one, so that the program would never see it. */
function namespaceProblem(key: string, project: string): readonly string[] {
  const [namespace = "", name] = key.split(":");
  if (name === undefined) return key in stackFields ? [`'${key}' has no namespace. Write ${project}:${key}.`] : [];
  if (namespace === project || key === "azure-native:location" || !(name in stackFields)) return [];
  return [`'${key}' is a setting of ${project}. Write ${project}:${name}.`];
}

/** Paths of the values in `value` that are encrypted. */
function findEncrypted(path: string, value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => findEncrypted(`${path}[${index}]`, item));
  if (!isObject(value)) return [];
  if ("secure" in value) return [path];
  return Object.entries(value).flatMap(([key, inner]) => findEncrypted(`${path}.${key}`, inner));
}
