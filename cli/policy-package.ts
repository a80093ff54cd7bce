#!/usr/bin/env node
import { createCommand } from "./command-line/create-command";
import { OptionError } from "./command-line/option-error";
import { runCommand } from "./command-line/run-command";
import {
  chooseInput,
  inputOptions,
  reportExitCodes,
  withReportOptions,
  type ReportOptions,
} from "./policy-report/report-options";

// The command of the policy pack's npm package, which has no program.
const command = withReportOptions(
  createCommand(
    "logicapp-keyvault-secrets-policy",
    "Checks what a stack grants and does by the rules of the policy pack, and reports what they find.",
    reportExitCodes,
  ),
  { pack: "node_modules/logicapp-keyvault-secrets-policy", ofProgram: false },
);

runCommand(command, async () => {
  const options = command.opts<ReportOptions>();
  const input = chooseInput(options, false);
  if (input === undefined) throw new OptionError(`Give one of ${inputOptions(false)}.`);
  const { writeReport } = await import("./policy-report/write-report.js");
  return writeReport(input, options, () => Promise.reject(new OptionError("The package has no program to check.")));
});
