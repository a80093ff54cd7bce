import { writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { freshClone } from "./fresh-clone";
import { normalise, withoutAnnouncement } from "./normalise";
import { fencedBlock } from "./page";
import { PageRun } from "./page-run";
import { pagesWithCommands } from "./pages";

/** Writes into each page what its commands print now, where that differs in more than ids and times. */
async function writeOutputs(): Promise<void> {
  for (const { path, text, steps } of pagesWithCommands()) {
    if (!steps.some(({ kind }) => kind === "output")) continue;
    const clone = await freshClone();
    const run = new PageRun(clone);
    try {
      for (const step of steps) {
        if (step.kind === "output") continue;
        const problem = await (step.kind === "command" ? run.run(step) : run.runPrinted(step));
        if (problem !== undefined) throw new Error(`${path}, line ${step.line}: ${problem}`);
      }
      const written = text.replace(fencedBlock, (whole, marker, of: string, indentation: string, _, shown: string) => {
        if (marker !== "output of") return whole;
        const output = withoutAnnouncement(run.outputOf(of)).replace(/^(?=.)/gm, indentation);
        if (isDeepStrictEqual(normalise(shown), normalise(output))) return whole;
        const end = `${indentation}\`\`\``;
        return whole.slice(0, -(shown.length + end.length)) + output + end;
      });
      if (written !== text) writeFileSync(path, written);
    } finally {
      await run.close();
      clone.remove();
    }
  }
}

void writeOutputs();
