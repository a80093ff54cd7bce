import { writeFile } from "node:fs/promises";
import type { Input, LoadProgram } from "../../policy/command-line/check";
import type { PolicyReport } from "../../policy/reports";
import type { Detail } from "../../terminal";
import { detailOf } from "../command-line/create-command";
import { OptionError } from "../command-line/option-error";
import { exitCodes } from "../command-line/run-command";
import type { ReportOptions } from "./report-options";

/**
 * Checks an input by the rules, and writes the report to standard output or the file that the options name.
 *
 * @returns the exit code
 */
export async function writeReport(
  input: Input,
  options: ReportOptions,
  loadProgram: LoadProgram,
): Promise<(typeof exitCodes)["succeeded" | "failed"]> {
  // Imported now: --help and a wrong option need none of it.
  const { check, catalogue } = await import("../../policy/command-line/check.js");
  const { readPackConfiguration } = await import("../../policy/command-line/read-pack-configuration.js");
  const configuration =
    options.policyConfig === undefined ? {} : await readPackConfiguration(options.policyConfig, catalogue);
  const { compareWith } = await import("../../policy/command-line/compare.js");
  const { passes } = await import("../../policy/reports/index.js");
  const current = await check(input, loadProgram, configuration);
  const report = options.against === undefined ? current : await compareWith(options.against, current, configuration);
  const text = await render(report, options);
  if (options.output === undefined) process.stdout.write(text);
  else await write(options.output, text);
  return passes(report) ? exitCodes.succeeded : exitCodes.failed;
}

async function render(
  report: PolicyReport,
  { format, graph = "github", output, ...options }: ReportOptions,
): Promise<string> {
  const { renderMarkdown, renderText, toJson, toJunit, toSarif } = await import("../../policy/reports/index.js");
  if (format === "markdown") return renderMarkdown(report, graph === "none" ? undefined : graph);
  if (format === "sarif") return toSarif(report);
  if (format === "junit") return toJunit(report);
  if (format === "json") return toJson(report);
  const { appearanceOn } = await import("../../terminal/index.js");
  const detail: Detail = output === undefined ? detailOf(options) : "verbose";
  return renderText(report, appearanceOn(output === undefined ? process.stdout : {}), detail);
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch {
    throw new OptionError(`--output ${file}: the file cannot be written.`);
  }
}
