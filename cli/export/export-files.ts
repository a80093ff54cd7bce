import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { keepToLoopback } from "../../emulator/network";
import { findDirectoryProblem, OutputDirectoryError } from "../../local/run/output-directory";
import { readExportedStack } from "../../verify/stack/export-stack";
import { ExportError } from "./export-error";
import { prepareExport, type PreparedExport } from "./prepare-export";
import { guides, type Target } from "./targets";
import { writeFiles } from "./write-files";

/** Options of `npm run export`. */
export interface ExportOptions {
  readonly target: Target;
  /** A new or empty directory. */
  readonly out: string;
  /** A file that `pulumi stack export` wrote. @default the local run */
  readonly state?: string | undefined;
  /** A stack file for the local run. @default the built-in stack */
  readonly config?: string | undefined;
  readonly connector?: string | undefined;
  readonly gatewayHost?: string | undefined;
  /** Folder of the project. */
  readonly root: string;
}

/**
 * Writes the files of a target.
 *
 * @returns what was written, for standard output
 * @throws {ExportError} with every problem, and nothing is written
 */
export async function exportFiles(options: ExportOptions): Promise<string> {
  const { target, out, state, gatewayHost } = options;
  const directoryProblem = await findDirectoryProblem(out);
  const prepared = await prepare(options);
  const problems = [
    ...(gatewayHost === undefined || target === "api-management"
      ? []
      : ["--gateway-host has an effect on api-management only. Remove it."]),
    ...(directoryProblem === undefined ? [] : [new OutputDirectoryError("--out", out, directoryProblem).message]),
    ...prepared.problems,
  ];
  if (problems.length > 0) throw new ExportError(problems);
  await writeFiles("--out", out, prepared.files);
  const count = prepared.files.length === 1 ? "1 file" : `${prepared.files.length} files`;
  const notes = [
    ...(state === undefined
      ? ["The addresses in the files are the emulator's. Export a deployed stack with --state FILE."]
      : []),
    ...prepared.notes,
  ];
  return [
    `Wrote ${count} for ${target} to ${out}, from the stack ${prepared.stack}:`,
    ...prepared.files.map(({ path }) => `  ${path}`),
    ...notes.map((note) => `note: ${note}`),
    `Next: ${guides[target]} says what to do with them.`,
    "",
  ].join("\n");
}

async function prepare(options: ExportOptions): Promise<PreparedExport> {
  const { root, state: file } = options;
  const icon = await readFile(join(root, "connector", "export", "power-platform", "icon.png"));
  try {
    const state = await loadState(options);
    const prepared = prepareExport({ ...options, state, icon });
    const source = file === undefined ? "The local run" : `--state ${file}`;
    return { ...prepared, problems: prepared.problems.map((problem) => `${source}: ${problem}`) };
  } catch (error) {
    if (!(error instanceof Error) || !inputErrors.has(error.name)) throw error;
    return { stack: "", files: [], notes: [], problems: [error.message] };
  }
}

/** Names of errors in the state or the stack file, which may come together with others. */
const inputErrors: ReadonlySet<string> = new Set(["SettingsError", "StackError", "StackFileError"]);

async function loadState({ state, config }: ExportOptions): Promise<unknown> {
  if (state !== undefined) return readExportedStack(state);
  const { deployStackFile } = await import("../../local/stack/deploy-stack-file.js");
  const release = keepToLoopback();
  try {
    return (await deployStackFile(config)).state;
  } finally {
    release();
  }
}
