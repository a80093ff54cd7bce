// Runs a command and writes what it cost: `node run.mjs local/bench/engine/measured-cli.ts FILE COMMAND ARGUMENTS…`.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpuSecondsOfEndedChildren, peakMegabytesOf } from "./process-cost";

/** How often the peak is read: it can only be read while the process lives, so the last moments are missed. */
const samplingMilliseconds = 20;

const [, , file = "", command = "", ...args] = process.argv;
const cpuBefore = cpuSecondsOfEndedChildren();
const start = performance.now();
const child = spawn(command, args, { stdio: "inherit" });
let peakMegabytes: number | undefined;
const timer = setInterval(() => {
  if (child.pid !== undefined) peakMegabytes = peakMegabytesOf(child.pid) ?? peakMegabytes;
}, samplingMilliseconds);
child.once("exit", (code, signal) => {
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  const engine = { cpuSeconds: cpuSecondsOfEndedChildren() - cpuBefore, peakMegabytes };
  writeFileSync(file, JSON.stringify({ seconds, engine, signal }));
  process.exitCode = code ?? 1;
});
