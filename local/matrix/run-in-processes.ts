import { start } from "./commands/started-process";
import type { MatrixReport } from "./matrix-report";
import type { MatrixResult, MatrixStack } from "./matrix-stack";

/** Shares stacks out among processes of `npm run matrix`, and gathers their results in the order of the stacks. */
export async function runInProcesses(
  stacks: readonly MatrixStack[],
  processes: number,
  progress: (line: string) => void,
): Promise<readonly MatrixResult[]> {
  const shares = Array.from({ length: Math.min(processes, stacks.length) }, (_, share) =>
    // Stacks that the commands run too come at even distances: dealt out in blocks of ten, each share has some.
    stacks.filter((_stack, index) => Math.floor(index / 10 + index) % processes === share),
  );
  const reports = await Promise.all(
    shares.map(async (share, index) => {
      const numbers = share.map(({ number }) => number).join(",");
      progress(`Process ${index + 1} of ${shares.length}: ${share.length} stacks`);
      const child = start(["--json", "--verbose", "--processes", "1", "--only", numbers], {}, "cli/matrix.ts");
      child.child.stderr?.on("data", (text: string) => {
        for (const line of text.split("\n")) if (line !== "") progress(line.replace(/^› /, ""));
      });
      const exitCode = await child.end();
      if (exitCode !== 0 && exitCode !== 1) throw new Error(`A process of the matrix failed: ${child.stderr()}`);
      return JSON.parse(child.stdout()) as MatrixReport;
    }),
  );
  return reports.flatMap(({ results }) => results).sort((one, other) => one.number - other.number);
}
