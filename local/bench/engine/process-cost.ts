import { readFileSync } from "node:fs";

/** Clock ticks per second in /proc; fixed by the kernel's interface. https://man7.org/linux/man-pages/man7/time.7.html */
const ticksPerSecond = 100;

/** CPU seconds of the children of this process that have ended; NaN where there is no /proc. */
export function cpuSecondsOfEndedChildren(): number {
  const stat = contentOf("/proc/self/stat");
  // The command's name, in brackets, may hold spaces: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const [userTicks, systemTicks] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(13, 15)
    .map(Number);
  return userTicks === undefined || systemTicks === undefined ? NaN : (userTicks + systemTicks) / ticksPerSecond;
}

/** Peak of a process's resident memory so far; undefined where there is no /proc, or the process has ended. */
export function peakMegabytesOf(processId: number): number | undefined {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(contentOf(`/proc/${processId}/status`))?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
