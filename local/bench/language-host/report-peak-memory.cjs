// Preloaded into a measured process: writes its peak memory, in bytes, to the file that PEAK_MEMORY_FILE names.
//
// VmHWM is this process's own; ru_maxrss, which other systems have, is on Linux at least that of the process that
// started this one.
const { readFileSync, writeFileSync } = require("node:fs");
const process = require("node:process");

process.on("exit", () => {
  writeFileSync(process.env.PEAK_MEMORY_FILE, String(peakMemory()));
});

function peakMemory() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}
