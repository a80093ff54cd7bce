import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { LocalRunReport } from "../report";
import { median } from "./measure-program";

/** Cost of `npm start`, from the start of the process to its end; medians. */
export interface RunCost {
  readonly runs: number;
  readonly seconds: number;
  readonly peakMemoryMegabytes: number;
}

/** Runs `npm start`'s own command a number of times, one after the other. */
export async function measureRun(runs: number): Promise<RunCost> {
  const measured: { readonly seconds: number; readonly memory: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    const command = ["run.mjs", "cli/start.ts", "--json"];
    const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 64 * 1024 * 1024 });
    const seconds = (performance.now() - start) / 1000;
    const report = JSON.parse(stdout) as LocalRunReport;
    measured.push({ seconds, memory: report.peakMemoryMegabytes });
  }
  return {
    runs,
    seconds: median(measured.map(({ seconds }) => seconds)),
    peakMemoryMegabytes: median(measured.map(({ memory }) => memory)),
  };
}
