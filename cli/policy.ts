import { join } from "node:path";
import type { Stack } from "../policy/model";
import { createCommand } from "./command-line/create-command";
import { runCommand } from "./command-line/run-command";
import { chooseInput, reportExitCodes, withReportOptions, type ReportOptions } from "./policy-report/report-options";

const command = withReportOptions(
  createCommand(
    "npm run policy",
    "Checks what a stack grants and does by the rules of the policy pack, and reports what they find.\n" +
      "Without an option it checks the built-in stack, as npm start deploys it.",
    reportExitCodes,
  ),
  { pack: "policy", ofProgram: true },
);

runCommand(command, async () => {
  const options = command.opts<ReportOptions>();
  const input = chooseInput(options, true) ?? { kind: "built-in", file: "" };
  if (input.kind === "config" || input.kind === "built-in") {
    const { keepToLoopback } = await import("../emulator/network/index.js");
    keepToLoopback();
  }
  const { writeReport } = await import("./policy-report/write-report.js");
  return writeReport(input, options, async (file): Promise<Stack> => {
    const { previewProgram } = await import("./policy-report/preview-program.js");
    return previewProgram(file, join(__dirname, ".."));
  });
});
