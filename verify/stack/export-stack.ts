import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { decodeText } from "../../definition/decode-text";
import { asObject, asString } from "../../definition/json";
import { StackError } from "./stack-error";

/** Runs the Pulumi CLI and gives its standard output. @throws {StackError} where it cannot, or refuses */
export type RunPulumi = (args: readonly string[]) => Promise<string>;

const stackName = /^(?!-)[\w.-]+(\/[\w.-]+){0,2}$/;

/**
 * Exports a stack's state by `pulumi stack export`. No secret is requested, so none is decrypted.
 *
 * @param name @default the stack that is selected
 * @throws {StackError} for a name that no stack can have, where none is selected, or without the CLI
 */
export async function exportStack(name: string | undefined, run: RunPulumi = runPulumi): Promise<unknown> {
  if (name !== undefined && !stackName.test(name)) {
    throw new StackError(`--stack '${name}' is not a valid stack name. 'npx pulumi stack ls' lists the stacks.`);
  }
  const args = ["stack", "export", ...(name === undefined ? [] : ["--stack", name])];
  return parse(await run(args), `'pulumi ${args.join(" ")}'`);
}

/** Reads an exported state from a file. @throws {StackError} if the file cannot be read or is not JSON */
export async function readExportedStack(file: string): Promise<unknown> {
  const content = await readFile(file).catch((error: unknown) => {
    const { code } = asObject(error);
    throw new StackError(
      `--state ${file}: ${code === "ENOENT" ? "there is no such file" : "the file cannot be read"}.`,
    );
  });
  return parse(decodeText(content), `--state ${file}`);
}

function parse(content: string, source: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new StackError(`${source} is not JSON. Expected the output of 'npx pulumi stack export'.`);
  }
}

const execute = promisify(execFile);

async function runPulumi(args: readonly string[]): Promise<string> {
  try {
    // The npm package's command is a script file on Windows, which only a shell can start.
    const options = { maxBuffer: 256 * 2 ** 20, shell: process.platform === "win32" };
    return (await execute("pulumi", [...args, "--non-interactive"], options)).stdout;
  } catch (error) {
    const { code, stderr } = asObject(error);
    if (code === "ENOENT") {
      throw new StackError(
        "The Pulumi CLI was not found. Start this as 'npm run verify' after 'npm ci', or give an exported state: " +
          "--state FILE.",
      );
    }
    const reason =
      asString(stderr)
        .trim()
        .replace(/^error: /, "") || `it ended with ${String(code)}`;
    throw new StackError(
      `'pulumi ${args.join(" ")}' failed: ${reason}\n` +
        "Log in to the stack's backend (npx pulumi login) and select the stack (npx pulumi stack select), or give an " +
        "exported state: --state FILE.",
    );
  }
}
